package io.connections.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.goal.FileSelection;
import io.connections.domain.goal.FileSource;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.goal.MappingRow;
import io.connections.domain.goal.Matching;
import io.connections.domain.goal.OnBadValue;
import io.connections.domain.goal.Processor;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M2")
class PreparedGoalTest {
    private static final GoalId ID = new GoalId(new UUID(1, 2));
    private static final ProfileProperty EMAIL = property("email", new PropertyType.Email(), true);
    private static final ProfileProperty SHOP = property("shop", new PropertyType.Text(), true);
    private static final ProfileProperty BORN = property("born", new PropertyType.Date(), false);

    @Test
    void withEveryPropertyThereEveryColumnIsMappedWithItsCleaning() {
        ImportGoal goal = prepared("email").goal(ID, List.of(EMAIL, SHOP, BORN));

        assertThat(goal.id()).isEqualTo(ID);
        assertThat(goal.enabled()).isTrue();
        assertThat(goal.mapping())
                .extracting(row -> row.field().orElse("") + " → " + row.property().value())
                .containsExactly("MAIL → email", "SHOP → shop", "BORN → born");
        assertThat(goal.mapping().getLast().processors()).containsExactly(new Processor.Trim());
    }

    @Test
    void aPropertyThatIsNotThereIsLeftOut() {
        ImportGoal goal = prepared("email").goal(ID, List.of(EMAIL));

        assertThat(goal.mapping()).extracting(MappingRow::property).containsExactly(EMAIL.id());
    }

    @Test
    void aPropertyOfThatNameButOfAnotherKindIsLeftOutUnlessItIsText() {
        ProfileProperty number = property("born", new PropertyType.WholeNumber(), false);
        ProfileProperty text = property("born", new PropertyType.Text(), false);

        assertThat(prepared().goal(ID, List.of(number)).mapping()).isEmpty();
        assertThat(prepared().goal(ID, List.of(text)).mapping()).hasSize(1);
    }

    @Test
    void aGroupOfIdentifiersIsInOnlyWithAllOfThem() {
        PreparedGoal prepared = prepared("email shop", "email");

        assertThat(prepared.goal(ID, List.of(EMAIL, SHOP)).matching().anyOf())
                .containsExactly(List.of(EMAIL.id(), SHOP.id()), List.of(EMAIL.id()));
        assertThat(prepared.goal(ID, List.of(EMAIL)).matching().anyOf())
                .containsExactly(List.of(EMAIL.id()));
        assertThat(prepared.goal(ID, List.of(SHOP)).matching().anyOf()).isEmpty();
    }

    @Test
    void aPropertyThatNamesNobodyIsNotMatchedBy() {
        ProfileProperty plain = property("email", new PropertyType.Email(), false);

        assertThat(prepared("email").goal(ID, List.of(plain)).matching().anyOf()).isEmpty();
    }

    @Test
    void propertiesAreFoundInAnyCaseAndWrittenAsTheyAre() {
        ProfileProperty other = property("Email", new PropertyType.Email(), true);

        ImportGoal goal = prepared("email").goal(ID, List.of(other));

        assertThat(goal.mapping()).extracting(MappingRow::property).containsExactly(other.id());
        assertThat(goal.matching().anyOf()).containsExactly(List.of(other.id()));
    }

    @Test
    void aBadValueRejectsItsRecordOnlyWhereItNamesTheCustomer() {
        ImportGoal goal = prepared("email").goal(ID, List.of(EMAIL, BORN));

        assertThat(goal.mapping())
                .extracting(MappingRow::onBadValue)
                .containsExactly(OnBadValue.REJECT_RECORD, OnBadValue.LEAVE_OUT);
    }

    private static PreparedGoal prepared(String... groups) {
        return new PreparedGoal(
                "Customers",
                new FileSource(
                        new FileSelection(
                                "",
                                "*.csv",
                                FileSelection.Pick.NEWEST,
                                FileSelection.Compression.AUTO,
                                new FileSelection.AfterImport.Leave()),
                        Optional.empty()),
                new Matching(
                        Stream.of(groups)
                                .map(
                                        group ->
                                                Stream.of(group.split(" ", -1))
                                                        .map(PropertyId::new)
                                                        .toList())
                                .toList()),
                true,
                List.of(
                        column("MAIL", EMAIL),
                        column("SHOP", SHOP),
                        column("BORN", BORN, new Processor.Trim())));
    }

    private static PreparedColumn column(
            String name, ProfileProperty property, Processor... cleaning) {
        return new PreparedColumn(
                name,
                property.id(),
                property.name(),
                property.type(),
                property.identifier(),
                List.of(cleaning));
    }

    private static ProfileProperty property(String id, PropertyType type, boolean identifier) {
        return new ProfileProperty(new PropertyId(id), 1, id, type, identifier, false);
    }
}
