package io.connections.domain.goal;

import static io.connections.domain.goal.GoalFixtures.aGoal;
import static io.connections.domain.goal.GoalFixtures.row;
import static io.connections.domain.profile.ProfileFixtures.aProperty;
import static io.connections.domain.profile.ProfileFixtures.anIdentifier;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyType;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M14")
class ColumnNeedsTest {
    private static final ProfileProperty NUMBER =
            anIdentifier(1, "number", new PropertyType.Text());
    private static final ProfileProperty EMAIL = anIdentifier(2, "email", new PropertyType.Email());
    private static final ProfileProperty CITY = aProperty(3, "city", new PropertyType.Text());

    @Test
    void withoutAnyIdentifiersColumnAFileCannotBeRead() {
        ColumnNeeds needs =
                ColumnNeeds.of(
                        aGoal().matchedBy(NUMBER)
                                .matchedBy(EMAIL)
                                .mapping(row("no", NUMBER), row("mail", EMAIL), row("city", CITY))
                                .build());

        assertThat(needs.indispensable(List.of("city", "e-mail"))).containsExactly("no", "mail");
        assertThat(needs.indispensable(List.of("mail"))).isEmpty();
        assertThat(needs.missing(List.of("mail"))).containsExactly("no", "city");
    }

    @Test
    void aColumnThatWouldClearEveryProfilesValueIsIndispensable() {
        ColumnNeeds needs =
                ColumnNeeds.of(
                        aGoal().matchedBy(NUMBER)
                                .mapping(
                                        row("no", NUMBER),
                                        row("city", CITY).by(Strategy.SET_OR_CLEAR))
                                .build());

        assertThat(needs.indispensable(List.of("no", "town"))).containsExactly("city");
    }

    @Test
    void aRowThatMakesItsOwnValuesNeedsNoColumn() {
        ColumnNeeds needs =
                ColumnNeeds.of(
                        aGoal().matchedBy(NUMBER)
                                .mapping(
                                        row("no", NUMBER)
                                                .through(
                                                        new Processor.Concatenate(
                                                                List.of("shop"), "-")))
                                .build());

        assertThat(needs.indispensable(List.of("other"))).isEmpty();
        assertThat(needs.missing(List.of("other"))).containsExactly("no", "shop");
    }
}
