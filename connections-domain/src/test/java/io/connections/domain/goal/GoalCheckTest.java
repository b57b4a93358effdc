package io.connections.domain.goal;

import static io.connections.domain.goal.GoalFixtures.aGoal;
import static io.connections.domain.goal.GoalFixtures.record;
import static io.connections.domain.goal.GoalFixtures.row;
import static io.connections.domain.goal.GoalFixtures.rowWithoutField;
import static io.connections.domain.profile.ProfileFixtures.aProperty;
import static io.connections.domain.profile.ProfileFixtures.anIdentifier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connections.domain.goal.GoalFixtures.GoalBuilder;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M14")
class GoalCheckTest {
    private static final ProfileProperty ID = anIdentifier(1, "id", new PropertyType.Text());
    private static final ProfileProperty EMAIL = anIdentifier(2, "email", new PropertyType.Email());
    private static final ProfileProperty NAME = aProperty(3, "name", new PropertyType.Text());
    private static final ProfileProperty GONE = aProperty(4, "gone", new PropertyType.Text());

    private static List<String> problems(GoalBuilder goal) {
        return GoalCheck.problems(goal.build(), List.of(ID, EMAIL, NAME), "/goals/0").stream()
                .map(violation -> violation.pointer() + " " + violation.code())
                .toList();
    }

    @Test
    void aCompleteGoalHasNoProblems() {
        assertThat(problems(aGoal().matchedBy(ID).mapping(row("a", ID), row("b", NAME)))).isEmpty();
    }

    @Test
    void anEmptyGoalSaysAllThatIsMissing() {
        assertThat(problems(aGoal().files(" ")))
                .containsExactly(
                        "/goals/0/source/namePattern no-name-pattern",
                        "/goals/0/matching/anyOf no-identifier",
                        "/goals/0/mapping no-mapping");
    }

    @Test
    void matchingNeedsMappedIdentifiers() {
        assertThat(
                        problems(
                                aGoal().matchedBy(NAME, EMAIL)
                                        .matchedBy(GONE)
                                        .matchedBy()
                                        .mapping(row("b", NAME))))
                .containsExactly(
                        "/goals/0/matching/anyOf/0/0 not-an-identifier",
                        "/goals/0/matching/anyOf/0/1 identifier-not-mapped",
                        "/goals/0/matching/anyOf/1/0 unknown-property",
                        "/goals/0/matching/anyOf/2 empty-group");
    }

    @Test
    void newProfilesMustGetTheIdentifierTheyAreMatchedBy() {
        GoalBuilder goal =
                aGoal().matchedBy(ID).mapping(row("a", ID).on(Restriction.EXISTING_PROFILES_ONLY));

        assertThat(problems(goal))
                .containsExactly("/goals/0/matching/anyOf/0/0 identifier-not-written");
        assertThat(problems(goal.creatingNoProfiles())).isEmpty();
    }

    @Test
    void rowsPointAtWhatIsWrong() {
        assertThat(
                        problems(
                                aGoal().matchedBy(ID)
                                        .mapping(
                                                row("a", ID),
                                                rowWithoutField(NAME).through(new Processor.Trim()),
                                                rowWithoutField(NAME)
                                                        .through(new Processor.FixedValue("x")),
                                                row("g", GONE),
                                                row("n", NAME).by(Strategy.SUM),
                                                row("n", NAME)
                                                        .through(
                                                                new Processor.Trim(),
                                                                new Processor.DateFormat(
                                                                        List.of("HH:mm"),
                                                                        Locale.ROOT,
                                                                        "UTC"),
                                                                new Processor.DateFormat(
                                                                        List.of("yyyy-MM-dd"),
                                                                        Locale.ROOT,
                                                                        "Mars/Base"),
                                                                new Processor.NumberFormat(
                                                                        '.', '.'),
                                                                new Processor.Split("")))))
                .containsExactly(
                        "/goals/0/mapping/1/field no-field",
                        "/goals/0/mapping/3/property unknown-property",
                        "/goals/0/mapping/4/strategy sum-needs-numbers",
                        "/goals/0/mapping/5/processors/1 processor-invalid",
                        "/goals/0/mapping/5/processors/2 processor-invalid",
                        "/goals/0/mapping/5/processors/3 processor-invalid",
                        "/goals/0/mapping/5/processors/4 processor-invalid");
    }

    @Test
    void anIncompleteGoalMakesNoPlan() {
        ImportGoal goal = aGoal().mapping(row("a", ID)).build();

        assertThatThrownBy(() -> ImportPlan.of(goal, List.of(ID)))
                .isInstanceOf(GoalIncomplete.class)
                .hasMessageContaining("identifier");
    }

    private static ImportPlan plan(GoalBuilder goal) {
        return ImportPlan.of(goal.build(), List.of(ID, EMAIL, NAME));
    }

    @Test
    @Tag("M16")
    void onlyAGoalWithOneSingleValuedIdentifierRunsInLanes() {
        FileFormat json = new FileFormat.JsonLines(FileFormat.Encoding.UTF_8);

        assertThat(plan(aGoal().matchedBy(ID).mapping(row("a", ID), row("b", NAME))))
                .satisfies(
                        plan -> {
                            assertThat(plan.mayRunInLanes()).isTrue();
                            assertThat(plan.laneKey(record(1, "a", "c1"))).isEqualTo("c1");
                            assertThat(plan.laneKey(record(1, "b", "x"))).isEmpty();
                            assertThat(plan.map(record(1, "a", "c1", "a", "c2")))
                                    .isInstanceOfSatisfying(
                                            MappedRecord.Rejected.class,
                                            rejected -> {
                                                assertThat(rejected.code())
                                                        .isEqualTo("several-identifiers");
                                                assertThat(rejected.place())
                                                        .isEqualTo(
                                                                new MappedRecord.Place("a", "c2"));
                                            });
                        });
        assertThat(
                        List.of(
                                plan(aGoal().matchedBy(ID).mapping(row("a", ID), row("e", EMAIL))),
                                plan(
                                        aGoal().matchedBy(ID)
                                                .matchedBy(EMAIL)
                                                .mapping(row("a", ID), row("e", EMAIL))),
                                plan(aGoal().matchedBy(ID).mapping(row("a", ID)).format(json)),
                                plan(aGoal().matchedBy(ID).mapping(row("a", ID), row("b", ID))),
                                plan(
                                        aGoal().matchedBy(ID)
                                                .mapping(
                                                        row("a", ID)
                                                                .through(
                                                                        new Processor.Split(
                                                                                ";"))))))
                .noneMatch(ImportPlan::mayRunInLanes);
    }

    @Test
    @Tag("M15")
    void aBadValueRejectsTheRecordOrIsLeftOutAndNeverClears() {
        Customers customers = new Customers(ID, EMAIL, NAME);
        customers.take(
                plan(aGoal().matchedBy(ID).mapping(row("a", ID), row("e", EMAIL))),
                record(1, "a", "c1", "e", "ann@example.org"));
        GoalBuilder lenient =
                aGoal().matchedBy(ID)
                        .mapping(
                                row("a", ID),
                                row("e", EMAIL).by(Strategy.SET_OR_CLEAR).leavingOutBadValues());

        customers.take(plan(lenient), record(2, "a", "c1", "e", "nope"));
        customers.take(
                plan(aGoal().matchedBy(ID).mapping(row("a", ID), row("e", EMAIL))),
                record(3, "a", "c1", "e", "nope"));

        assertThat(customers.all().getFirst().of(2)).containsExactly("ann@example.org");
        assertThat(customers.rejected())
                .singleElement()
                .satisfies(
                        rejected ->
                                assertThat(rejected.message())
                                        .isEqualTo(
                                                "The value \"nope\" of the field \"e\" is no e-mail"
                                                        + " address."));
        customers.take(plan(lenient), record(4, "a", "c1"));
        assertThat(customers.all().getFirst().of(2)).isEmpty();
    }

    @Test
    @Tag("M17")
    void anUnwantedRecordIsFilteredWhateverElseIsWrongWithIt() {
        TextPattern none =
                new TextPattern() {
                    @Override
                    public String source() {
                        return "x";
                    }

                    @Override
                    public boolean isFoundIn(String text) {
                        return text.contains("x");
                    }

                    @Override
                    public String replaceAll(String text, String replacement) {
                        return text;
                    }

                    @Override
                    public Optional<String> faultOf(String replacement) {
                        return Optional.empty();
                    }
                };
        ImportPlan plan =
                plan(
                        aGoal().matchedBy(ID)
                                .mapping(
                                        row("a", ID),
                                        row("e", EMAIL),
                                        row("b", NAME)
                                                .through(
                                                        new Processor.RegexFilter(
                                                                none,
                                                                false,
                                                                Processor.RegexFilter.OnMiss
                                                                        .FILTER_RECORD))));

        assertThat(plan.map(record(1, "a", "c1", "e", "nope", "b", "y")))
                .isInstanceOf(MappedRecord.Filtered.class);
        assertThat(plan.map(record(1, "a", "c1", "b", "x")))
                .isInstanceOf(MappedRecord.Mapped.class);
    }
}
