package io.connections.application.profile;

import static io.connections.domain.access.ActorFixtures.aMarketer;
import static io.connections.domain.access.ActorFixtures.aViewer;
import static io.connections.domain.access.ActorFixtures.lacking;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static io.connections.domain.goal.GoalFixtures.aGoal;
import static io.connections.domain.goal.GoalFixtures.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.connections.application.connection.House;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.InMemoryPropertyRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.access.PermissionMissing;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.connection.Connection;
import io.connections.domain.kernel.Failure;
import io.connections.domain.kernel.Violation;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.ProfilesWithValues;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyIdTaken;
import io.connections.domain.profile.PropertyInUse;
import io.connections.domain.profile.PropertyInUse.Use;
import io.connections.domain.profile.PropertyNotFound;
import io.connections.domain.profile.PropertyType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Making, changing, deleting and listing properties.
@Tag("M15")
class PropertyUseCasesTest {
    private final InMemoryPropertyRepository properties = new InMemoryPropertyRepository();
    private final House house = new House();
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(properties, house.trail);

    @Test
    void aPropertyIsMadeWithItsNameTidied() {
        ProfileProperty made = create(aMarketer(), "city", " City ", new PropertyType.Text());

        assertThat(made.name()).isEqualTo("City");
        assertThat(stored()).containsExactly(made);
    }

    @Test
    void everythingWrongWithANewPropertyIsSaidAtOnce() {
        Throwable refused =
                catchThrowable(
                        () ->
                                create(
                                        aMarketer(),
                                        "no spaces",
                                        " ",
                                        new PropertyType.Choice(List.of("a", "a", ""))));

        assertThat(places(refused)).containsExactly("/id", "/name", "/choices/1", "/choices/2");
        assertThat(stored()).isEmpty();
    }

    @Test
    void aChoiceNeedsSomethingToChoose() {
        Throwable refused =
                catchThrowable(
                        () ->
                                create(
                                        aMarketer(),
                                        "size",
                                        "Size",
                                        new PropertyType.Choice(List.of())));

        assertThat(places(refused)).containsExactly("/choices");
    }

    @Test
    void anIdThatIsTakenIsRefused() {
        create(aMarketer(), "city", "City", new PropertyType.Text());

        Throwable refused =
                catchThrowable(() -> create(aMarketer(), "City", "Town", new PropertyType.Text()));

        assertThat(refused).isInstanceOf(PropertyIdTaken.class);
    }

    @Test
    @Tag("M30")
    void makingAPropertyNeedsItsPermission() {
        Actor other = lacking(Permission.PROPERTIES_WRITE);

        Throwable refused =
                catchThrowable(() -> create(other, "city", "City", new PropertyType.Text()));

        assertThat(refused).isInstanceOf(PermissionMissing.class);
        assertThat(stored()).isEmpty();
    }

    @Test
    void nameChoicesAndPiiChangeAndTheTypeStays() {
        create(aMarketer(), "size", "Size", new PropertyType.Choice(List.of("S")));

        ProfileProperty changed =
                change(aMarketer(), "size", "Sizes", Optional.of(List.of("S", "M")));

        assertThat(changed.name()).isEqualTo("Sizes");
        assertThat(changed.type()).isEqualTo(new PropertyType.Choice(List.of("S", "M")));
        assertThat(changed.pii()).isTrue();
        assertThat(stored()).containsExactly(changed);
    }

    @Test
    void onlyAChoiceHasSomethingToChoose() {
        create(aMarketer(), "city", "City", new PropertyType.Text());

        Throwable refused =
                catchThrowable(
                        () -> change(aMarketer(), "city", "City", Optional.of(List.of("Ghent"))));

        assertThat(places(refused)).containsExactly("/choices");
    }

    @Test
    void whatIsNotThereCannotBeChanged() {
        Throwable unknown =
                catchThrowable(() -> change(aMarketer(), "city", "City", Optional.empty()));
        Throwable noId =
                catchThrowable(() -> change(aMarketer(), "no id", "City", Optional.empty()));

        assertThat(unknown).isInstanceOf(PropertyNotFound.class);
        assertThat(noId).isInstanceOf(PropertyNotFound.class);
    }

    @Test
    @Tag("M30")
    void changingAPropertyNeedsItsPermission() {
        ProfileProperty before = create(aMarketer(), "city", "City", new PropertyType.Text());

        Throwable refused =
                catchThrowable(
                        () ->
                                change(
                                        lacking(Permission.PROPERTIES_WRITE),
                                        "city",
                                        "Town",
                                        Optional.empty()));

        assertThat(refused).isInstanceOf(PermissionMissing.class);
        assertThat(stored()).containsExactly(before);
    }

    @Test
    void aPropertyThatNobodyNeedsIsDeleted() {
        create(aMarketer(), "city", "City", new PropertyType.Text());

        delete(aMarketer(), "city", false);

        assertThat(stored()).isEmpty();
    }

    @Test
    void aPropertyThatGoalsNeedStaysUnlessForced() {
        create(aMarketer(), "city", "City", new PropertyType.Text());
        Connection shop = aShopThatNeeds("city");
        Throwable refused = catchThrowable(() -> delete(aMarketer(), "city", false));
        List<ProfileProperty> afterwards = stored();

        delete(aMarketer(), "city", true);

        assertThat(refused)
                .asInstanceOf(type(PropertyInUse.class))
                .extracting(PropertyInUse::usedBy)
                .isEqualTo(List.of(new Use(shop.id().value(), shop.name())));
        assertThat(afterwards).hasSize(1);
        assertThat(stored()).isEmpty();
    }

    @Test
    void aPropertyOfWhichProfilesHaveValuesStaysUnlessForced() {
        create(aMarketer(), "city", "City", new PropertyType.Text());
        house.uses.haveValues(new PropertyId("city"), new ProfilesWithValues(1234, true));
        Throwable refused = catchThrowable(() -> delete(aMarketer(), "city", false));
        List<ProfileProperty> afterwards = stored();

        delete(aMarketer(), "city", true);

        assertThat(refused)
                .isInstanceOf(PropertyInUse.class)
                .hasMessage(
                        "1,234 profiles have values of the property 'city', which are deleted with"
                                + " it for good.");
        assertThat(afterwards).hasSize(1);
        assertThat(stored()).isEmpty();
    }

    @Test
    void goalsAndValuesAreToldTogether() {
        create(aMarketer(), "city", "City", new PropertyType.Text());
        aShopThatNeeds("city");
        house.uses.haveValues(new PropertyId("city"), new ProfilesWithValues(10_000, false));

        Throwable refused = catchThrowable(() -> delete(aMarketer(), "city", false));

        assertThat(refused)
                .hasMessageStartingWith("The property 'city' is mapped by ")
                .hasMessageEndingWith(
                        "At least 10,000 profiles have values of it, which are deleted with it.");
    }

    @Test
    void whatDeletingWouldCostIsToldBeforeAnythingIsDeleted() {
        create(aMarketer(), "city", "City", new PropertyType.Text());
        Connection shop = aShopThatNeeds("city");
        ProfilesWithValues having = new ProfilesWithValues(1234, true);
        house.uses.haveValues(new PropertyId("city"), having);

        FindPropertyUses.Uses told = uses(aMarketer(), "city");

        assertThat(told)
                .isEqualTo(
                        new FindPropertyUses.Uses(
                                List.of(new Use(shop.id().value(), shop.name())), having));
        assertThat(stored()).hasSize(1);
    }

    @Test
    @Tag("M30")
    void whatDeletingWouldCostIsToldToWhoeverMayDelete() {
        create(aMarketer(), "city", "City", new PropertyType.Text());

        Throwable refused =
                catchThrowable(() -> uses(lacking(Permission.PROPERTIES_WRITE), "city"));

        assertThat(refused).isInstanceOf(PermissionMissing.class);
    }

    @Test
    void ofAPropertyThatIsNotThereThereIsNothingToTell() {
        Throwable refused = catchThrowable(() -> uses(aMarketer(), "city"));

        assertThat(refused).isInstanceOf(PropertyNotFound.class);
    }

    @Test
    void aPropertyThatARunNeedsStaysEvenWhenForced() {
        create(aMarketer(), "city", "City", new PropertyType.Text());
        house.aRunOf(aShopThatNeeds("city"));

        Throwable refused = catchThrowable(() -> delete(aMarketer(), "city", true));

        assertThat(refused).isInstanceOf(PropertyInUse.class);
        assertThat(stored()).hasSize(1);
    }

    @Test
    void whatIsNotThereCannotBeDeleted() {
        Throwable refused = catchThrowable(() -> delete(aMarketer(), "city", true));

        assertThat(refused).isInstanceOf(PropertyNotFound.class);
    }

    @Test
    @Tag("M30")
    void deletingAPropertyNeedsItsPermission() {
        create(aMarketer(), "city", "City", new PropertyType.Text());

        Throwable refused =
                catchThrowable(() -> delete(lacking(Permission.PROPERTIES_WRITE), "city", false));

        assertThat(refused).isInstanceOf(PermissionMissing.class);
        assertThat(stored()).hasSize(1);
    }

    @Test
    void aViewerSeesAllPropertiesInTheOrderInWhichTheyWereMade() {
        create(aMarketer(), "zip", "Zip", new PropertyType.Text());
        create(aMarketer(), "city", "City", new PropertyType.Text());

        List<ProfileProperty> seen =
                new ListProperties(unitOfWork, properties)
                        .handle(new ListProperties.Query(aViewer()))
                        .await()
                        .indefinitely();

        assertThat(seen)
                .extracting(property -> property.id().value())
                .containsExactly("zip", "city");
    }

    @Test
    @Tag("M30")
    void seeingPropertiesNeedsItsPermission() {
        Throwable refused =
                catchThrowable(
                        () ->
                                new ListProperties(unitOfWork, properties)
                                        .handle(
                                                new ListProperties.Query(
                                                        lacking(Permission.PROFILES_READ)))
                                        .await()
                                        .indefinitely());

        assertThat(refused).isInstanceOf(PermissionMissing.class);
    }

    private Connection aShopThatNeeds(String property) {
        ProfileProperty needed =
                stored().stream()
                        .filter(one -> one.id().value().equals(property))
                        .findFirst()
                        .orElseThrow();
        return house.add(
                aConnection().switchedOn().with(aGoal().mapping(row(property, needed)).build()));
    }

    @Test
    @Tag("M30")
    void everyChangeOfAPropertyIsRecordedOnce() {
        create(aMarketer(), "tier", "Tier", new PropertyType.Choice(List.of("gold")));
        change(aMarketer(), "tier", "Level", Optional.of(List.of("gold", "silver")));
        delete(aMarketer(), "tier", true);
        assertThatThrownBy(() -> delete(aMarketer(), "tier", true)).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> create(aViewer(), "other", "Other", new PropertyType.Text()))
                .isInstanceOf(Failure.class);

        assertThat(house.trail.events())
                .extracting(AuditEvent::action)
                .containsExactly(Action.CREATED, Action.CHANGED, Action.DELETED);
        assertThat(house.trail.events().get(1).changes())
                .containsExactly(
                        Change.of("Name", "Tier", "Level"),
                        Change.of("Values to choose from", "gold", "gold, silver"),
                        Change.of("PII", "no", "yes"));
    }

    private ProfileProperty create(Actor actor, String id, String name, PropertyType of) {
        return new CreateProperties(unitOfWork, properties, house.trail)
                .handle(
                        new CreateProperties.Command(
                                actor,
                                List.of(new CreateProperties.Wanted(id, name, of, false, false)),
                                CreateProperties.Command.At.WHOLE_REQUEST))
                .await()
                .indefinitely()
                .getFirst();
    }

    private ProfileProperty change(
            Actor actor, String id, String name, Optional<List<String>> choices) {
        return new ChangeProperty(unitOfWork, properties, house.trail)
                .handle(new ChangeProperty.Command(actor, id, name, choices, true))
                .await()
                .indefinitely();
    }

    private FindPropertyUses.Uses uses(Actor actor, String id) {
        return new FindPropertyUses(unitOfWork, properties, house.uses)
                .handle(new FindPropertyUses.Query(actor, id))
                .await()
                .indefinitely();
    }

    private void delete(Actor actor, String id, boolean force) {
        new DeleteProperty(unitOfWork, properties, house.uses, house.trail)
                .handle(new DeleteProperty.Command(actor, id, force))
                .await()
                .indefinitely();
    }

    private List<ProfileProperty> stored() {
        return properties.list().await().indefinitely();
    }

    private static List<String> places(Throwable refused) {
        assertThat(refused).isInstanceOf(RequestInvalid.class);
        return ((RequestInvalid) refused).violations().stream().map(Violation::pointer).toList();
    }
}
