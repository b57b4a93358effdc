package io.connections.domain.goal;

import static io.connections.domain.goal.GoalFixtures.row;
import static io.connections.domain.goal.GoalFixtures.rowWithoutField;
import static io.connections.domain.profile.ProfileFixtures.aProperty;
import static io.connections.domain.profile.ProfileFixtures.anIdentifier;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyType;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What keeps goals from working that the website tag runs.
@Tag("M25")
class VariableGoalsTest {
    private static final ProfileProperty EMAIL = anIdentifier(1, "email", new PropertyType.Email());
    private static final ProfileProperty CITY = aProperty(2, "city", new PropertyType.Text());
    private static final ProfileProperty NAME = aProperty(3, "name", new PropertyType.Text());
    private static final GoalId ID = new GoalId(new UUID(0, 7));

    @Test
    void rowsFromVariablesToPropertiesAreAllThatAnImportNeeds() {
        assertThat(problems(imports(row("shop.customer.city", CITY).build()))).isEmpty();
    }

    @Test
    void anImportNeedsARow() {
        assertThat(problems(imports())).containsExactly("/goals/0/mapping no-mapping");
    }

    @Test
    void whatIsNoVariableIsRefusedInEveryStep() {
        assertThat(
                        problems(
                                imports(
                                        row("shop..city", CITY).build(),
                                        rowWithoutField(NAME)
                                                .through(
                                                        new Processor.Concatenate(
                                                                List.of("a.b", "first name"), " "))
                                                .build())))
                .containsExactly(
                        "/goals/0/mapping/0/field no-variable",
                        "/goals/0/mapping/1/processors/0 no-variable");
    }

    @Test
    void aPageCannotSayWhoSomebodyIs() {
        assertThat(problems(imports(row("shop.customer.email", EMAIL).build())))
                .containsExactly("/goals/0/mapping/0/property identifier-unproven");
    }

    @Test
    void aPropertyThatIsGoneIsNamed() {
        ProfileProperty gone = aProperty(9, "gone", new PropertyType.Text());

        assertThat(problems(imports(row("a", gone).build())))
                .containsExactly("/goals/0/mapping/0/property unknown-property");
        assertThat(problems(exports(shown("gone", "profile.gone"))))
                .containsExactly("/goals/0/values/0/property unknown-property");
    }

    @Test
    void identifiersMayBeShownToWhoeverProvedThem() {
        assertThat(problems(exports(shown("email", "profile.email"), shown("city", "city"))))
                .isEmpty();
    }

    @Test
    void eachValueIsShownAtOnePlaceOfItsOwn() {
        assertThat(
                        problems(
                                exports(
                                        shown("city", "profile.x"),
                                        shown("name", "profile.x"),
                                        shown("name", "dataLayer[].x"),
                                        shown("name", ""))))
                .containsExactly(
                        "/goals/0/values/1/variable variable-twice",
                        "/goals/0/values/2/variable no-single-variable",
                        "/goals/0/values/3/variable no-variable");
        assertThat(problems(exports())).containsExactly("/goals/0/values no-values");
    }

    @Test
    void moreThanAPageIsAskedForIsTooMuch() {
        MappingRow row = row("a", CITY).build();
        SharedValue value = shown("city", "a");

        assertThat(imports(Collections.nCopies(200, row).toArray(MappingRow[]::new)).tooMuch("/g"))
                .isEmpty();
        assertThat(imports(Collections.nCopies(201, row).toArray(MappingRow[]::new)).tooMuch("/g"))
                .extracting(each -> each.pointer() + " " + each.code())
                .containsExactly("/g/mapping too-many");
        assertThat(
                        exports(Collections.nCopies(201, value).toArray(SharedValue[]::new))
                                .tooMuch("/g"))
                .extracting(each -> each.pointer() + " " + each.code())
                .containsExactly("/g/values too-many");
    }

    private static List<String> problems(Goal goal) {
        return GoalCheck.problems(goal, List.of(EMAIL, CITY, NAME), "/goals/0").stream()
                .map(violation -> violation.pointer() + " " + violation.code())
                .toList();
    }

    private static ImportVariables imports(MappingRow... rows) {
        return new ImportVariables(ID, "Page", true, true, Arrays.asList(rows));
    }

    private static ExportVariables exports(SharedValue... values) {
        return new ExportVariables(ID, "Page", true, Arrays.asList(values));
    }

    private static SharedValue shown(String property, String variable) {
        return new SharedValue(new PropertyId(property), variable);
    }
}
