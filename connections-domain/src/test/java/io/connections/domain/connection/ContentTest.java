package io.connections.domain.connection;

import static io.connections.domain.goal.GoalFixtures.aGoal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.connections.domain.connection.Connection.Content;
import io.connections.domain.goal.Goal;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.goal.MappingRow;
import io.connections.domain.goal.Matching;
import io.connections.domain.goal.OnBadValue;
import io.connections.domain.goal.Processor;
import io.connections.domain.goal.Restriction;
import io.connections.domain.goal.Strategy;
import io.connections.domain.kernel.Violation;
import io.connections.domain.profile.PropertyId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M7")
@Tag("M8")
class ContentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\t\n", "\u00A0", "\u2003", "\u200B", "\u202E", "\u200D \u200D"})
    void whatShowsNothingIsNoName(String name) {
        assertThat(Content.NOTHING.withName(name).violations())
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(tuple("/name", "required"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "<script>alert(1)</script>",
                "\u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD",
                "\uD83D\uDE80",
                "'; drop table connection; --"
            })
    void everyWritingIsAName(String name) {
        assertThat(Content.NOTHING.withName(name).violations()).isEmpty();
    }

    @Test
    void aNameIsAtMostTwoHundredCharactersLong() {
        assertThat(named(200).violations()).isEmpty();
        assertThat(named(201).violations())
                .extracting(Violation::pointer, Violation::message)
                .containsExactly(tuple("/name", "A name has at most 200 characters."));
        assertThat(named(10_000).violations()).hasSize(1);
    }

    @Test
    void aDescriptionIsAtMostFourThousandCharactersLong() {
        Content named = Content.NOTHING.withName("Shop");

        assertThat(named.withDescription("x".repeat(4000)).violations()).isEmpty();
        assertThat(named.withDescription("x".repeat(4001)).violations())
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(tuple("/description", "too-long"));
    }

    @Test
    void aGoalHasAsMuchOfEverythingAsAFileMayNeedAndNoMore() {
        assertThat(with(5_000, 50, 20, 1_000).violations()).isEmpty();
        assertThat(with(5_001, 51, 21, 1_001).violations())
                .extracting(Violation::pointer, Violation::code)
                .startsWith(
                        tuple("/goals/0/mapping", "too-many"),
                        tuple("/goals/0/matching/anyOf", "too-many"),
                        tuple("/goals/0/matching/anyOf/0", "too-many"))
                .contains(
                        tuple("/goals/0/mapping/0/processors", "too-many"),
                        tuple("/goals/0/mapping/0/field", "too-long"));
    }

    @Test
    void aConnectionHasAtMostAHundredGoals() {
        ImportGoal goal = aGoal().build();
        List<Goal> goals =
                Stream.generate(UUID::randomUUID)
                        .limit(101)
                        .<Goal>map(id -> goal.withId(new GoalId(id)))
                        .toList();
        Content content = Content.NOTHING.withName("Shop");

        assertThat(content.withGoals(goals.subList(0, 100)).violations()).isEmpty();
        assertThat(content.withGoals(goals).violations())
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(tuple("/goals", "too-many"));
    }

    private static Content with(int rows, int steps, int alternatives, int letters) {
        ImportGoal goal = aGoal().build();
        PropertyId property = new PropertyId("email");
        MappingRow row =
                new MappingRow(
                        Optional.of("x".repeat(letters)),
                        Collections.nCopies(steps, new Processor.Trim()),
                        property,
                        Strategy.SET,
                        Restriction.ALL_PROFILES,
                        OnBadValue.REJECT_RECORD);
        Matching matching =
                new Matching(
                        Collections.nCopies(
                                alternatives, Collections.nCopies(alternatives, property)));
        return Content.NOTHING
                .withName("Shop")
                .withGoals(
                        List.of(
                                new ImportGoal(
                                        goal.id(),
                                        goal.name(),
                                        true,
                                        goal.source(),
                                        matching,
                                        true,
                                        Collections.nCopies(rows, row),
                                        List.of())));
    }

    private static Content named(int length) {
        return Content.NOTHING.withName("x".repeat(length));
    }
}
