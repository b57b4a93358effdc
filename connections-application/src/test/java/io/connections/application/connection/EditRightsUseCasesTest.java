package io.connections.application.connection;

import static io.connections.domain.access.ActorFixtures.aMarketer;
import static io.connections.domain.access.ActorFixtures.aViewer;
import static io.connections.domain.access.ActorFixtures.anAdministrator;
import static io.connections.domain.access.ActorFixtures.anApplicationManager;
import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.connections.application.kernel.RequestInvalid;
import io.connections.application.label.LabelChange;
import io.connections.application.run.request.RunState;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.access.PermissionMissing;
import io.connections.domain.access.Role;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.catalog.Target;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.Connection.Content;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.connection.EditRights;
import io.connections.domain.connection.EditingReserved;
import io.connections.domain.kernel.Secret;
import io.connections.domain.kernel.Violation;
import io.connections.domain.run.RunId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a connection's edit rights keep whom from.
@Tag("M7")
@Tag("M30")
class EditRightsUseCasesTest {
    private static final Instant LATER = NOON.plusSeconds(3600);
    private static final EditRights MANAGERS = EditRights.of(Role.APPLICATION_MANAGER);

    private final House house = new House();
    private final Connection reserved =
            house.add(
                    aConnection()
                            .with("host", "files.example")
                            .with(house.aGoodGoal())
                            .editedBy(Role.APPLICATION_MANAGER)
                            .switchedOn());

    /// Everything that edit rights guard, each to be tried alone.
    private final Map<String, Consumer<Actor>> guarded =
            Map.of(
                    "save", by -> save(by, reserved, renamed("Till")),
                    "turn off", by -> turn(by, false),
                    "turn on", by -> turn(by, true),
                    "set a secret", by -> setSecret(by, "stolen"),
                    "remove a secret", this::removeSecret,
                    "label", this::label,
                    "copy with secrets", by -> copy(by, true, Optional.empty()),
                    "delete", this::delete);

    @Test
    void whoseRoleIsNotAmongThemChangesNothing() {
        house.give(reserved.id(), "open-sesame");
        RunId run = house.aRunOf(reserved);

        assertAll(
                guarded.entrySet().stream()
                        .map(
                                one ->
                                        () ->
                                                assertThat(
                                                                catchThrowable(
                                                                        () ->
                                                                                one.getValue()
                                                                                        .accept(
                                                                                                aMarketer())))
                                                        .as(one.getKey())
                                                        .isInstanceOf(EditingReserved.class)));

        assertThat(house.connections.all()).containsExactly(reserved);
        assertThat(secrets()).containsExactly("open-sesame");
        assertThat(house.runs.find(run).await().indefinitely().orElseThrow().summary().state())
                .isEqualTo(RunState.QUEUED);
        assertThat(house.trail.events()).isEmpty();
    }

    /// Saving has its own way: it notices that the version is no longer the newest. A label is held
    /// as an object of any kind is.
    @Test
    void whoComesWhileItIsBeingReservedWaitsAndIsRefused() {
        assertAll(
                guarded.keySet().stream()
                        .filter(one -> !List.of("save", "label").contains(one))
                        .map(one -> () -> new EditRightsUseCasesTest().refusedWhileReserving(one)));
    }

    private void refusedWhileReserving(String what) {
        Connection open =
                reserved.save(
                        reserved.content().withEditRights(EditRights.EVERYBODY),
                        new Stamp("Ann", LATER));
        house.connections.save(open, reserved.version()).await().indefinitely();
        Connection reservedAgain =
                open.save(open.content().withEditRights(MANAGERS), new Stamp("Ann", LATER));
        house.connections.beingSaved(reservedAgain, open.version());

        Throwable refused =
                catchThrowable(() -> Objects.requireNonNull(guarded.get(what)).accept(aMarketer()));

        assertThat(refused).as(what).isInstanceOf(EditingReserved.class);
        assertThat(house.trail.events()).as(what).isEmpty();
    }

    @Test
    void whoMayChangeNoConnectionIsToldOfThePermission() {
        assertAll(
                guarded.entrySet().stream()
                        .map(
                                one ->
                                        () ->
                                                assertThat(
                                                                catchThrowable(
                                                                        () ->
                                                                                one.getValue()
                                                                                        .accept(
                                                                                                aViewer())))
                                                        .as(one.getKey())
                                                        .isInstanceOf(PermissionMissing.class)));
    }

    @Test
    void whoseRoleIsAmongThemAndAdministratorsDoAll() {
        for (Actor actor : List.of(anApplicationManager(), anAdministrator())) {
            EditRightsUseCasesTest fresh = new EditRightsUseCasesTest();

            assertAll(
                    fresh.guarded.entrySet().stream()
                            .filter(one -> !List.of("save", "delete").contains(one.getKey()))
                            .map(one -> () -> one.getValue().accept(actor)));

            fresh.save(actor, fresh.found(), renamed("Till"));
            fresh.delete(actor);
            assertThat(fresh.house.find(fresh.reserved.id())).isEmpty();
        }
    }

    @Test
    void aTokenWithoutTheScopeChangesNothingWhateverItsRole() {
        Actor narrow =
                new Actor(
                        "app",
                        "App",
                        Actor.Kind.APPLICATION,
                        anAdministrator().origin(),
                        anAdministrator().roles(),
                        Set.of(Permission.CONNECTIONS_READ));

        assertThat(catchThrowable(() -> turn(narrow, false))).isInstanceOf(PermissionMissing.class);
        assertThat(get(narrow).mayEdit()).isFalse();
    }

    @Test
    void whoMayNotChangeItIsToldSoAndNotThatItHasChanged() {
        house.connections
                .save(reserved.save(renamed("Till"), new Stamp("Ann", LATER)), reserved.version())
                .await()
                .indefinitely();

        Throwable refused = catchThrowable(() -> save(aMarketer(), reserved, renamed("Elsewhere")));

        assertThat(refused).isInstanceOf(EditingReserved.class);
    }

    @Test
    void whatStandsCountsAndNotWhatIsSent() {
        Throwable refused =
                catchThrowable(
                        () ->
                                save(
                                        aMarketer(),
                                        reserved,
                                        reserved.content()
                                                .withEditRights(EditRights.of(Role.MARKETER))));

        assertThat(refused).isInstanceOf(EditingReserved.class);
        assertThat(found()).isEqualTo(reserved);
    }

    @Test
    void whoLooksSeesWhetherTheyMayChangeIt() {
        assertThat(get(aViewer()).mayEdit()).isFalse();
        assertThat(get(aMarketer()).mayEdit()).isFalse();
        assertThat(get(anApplicationManager()).mayEdit()).isTrue();
        assertThat(get(anAdministrator()).mayEdit()).isTrue();
    }

    @Test
    void nobodyShutsThemselvesOut() {
        Connection open = house.add(aConnection().with("host", "files.example"));

        Throwable saving =
                catchThrowable(
                        () -> save(aMarketer(), open, open.content().withEditRights(MANAGERS)));
        Throwable making = catchThrowable(() -> create(aMarketer(), MANAGERS));
        Throwable copying =
                catchThrowable(
                        () ->
                                copy(
                                        aMarketer(),
                                        false,
                                        Optional.of(
                                                reserved.content()
                                                        .withEditRights(
                                                                EditRights.of(
                                                                        Role.ADMINISTRATOR)))));

        assertThat(Arrays.asList(saving, making, copying))
                .allSatisfy(
                        refused ->
                                assertThat(violations(refused))
                                        .extracting(Violation::pointer, Violation::code)
                                        .containsExactly(tuple("/editRoles", "shuts-you-out")));
        assertThat(house.find(open.id())).contains(open);
    }

    @Test
    void administratorsMayKeepOutEverybodyElse() {
        Connection saved =
                save(
                                anAdministrator(),
                                reserved,
                                reserved.content()
                                        .withEditRights(EditRights.of(Role.ADMINISTRATOR)))
                        .connection();

        assertThat(saved.editRights()).isEqualTo(EditRights.of(Role.ADMINISTRATOR));
        assertThat(found()).isEqualTo(saved);
    }

    @Test
    void viewersCannotBeChosen() {
        Throwable refused =
                catchThrowable(
                        () ->
                                save(
                                        anAdministrator(),
                                        reserved,
                                        reserved.content()
                                                .withEditRights(EditRights.of(Role.VIEWER))));

        assertThat(violations(refused))
                .extracting(Violation::pointer)
                .containsExactly("/editRoles/0");
    }

    @Test
    void whoSaysNothingOfThemLeavesThemAsTheyAre() {
        TypedContent unsaid =
                new TypedContent(
                        renamed("Renamed").withEditRights(EditRights.EVERYBODY),
                        Set.of(TypedContent.Part.EDIT_RIGHTS),
                        List.of());

        Connection saved = save(anApplicationManager(), reserved, unsaid).connection();

        assertThat(saved.name()).isEqualTo("Renamed");
        assertThat(saved.editRights()).isEqualTo(MANAGERS);
    }

    @Test
    @Tag("M8")
    void whoMayNotChangeItMayCopyItAndChangeTheCopy() {
        house.give(reserved.id(), "open-sesame");

        ConnectionView asSaved = copy(aMarketer(), false, Optional.empty());
        ConnectionView asSeen = copy(aMarketer(), false, Optional.of(renamed("Seen")));

        assertThat(List.of(asSaved, asSeen))
                .allSatisfy(
                        copy -> {
                            assertThat(copy.connection().editRights())
                                    .isEqualTo(EditRights.EVERYBODY);
                            assertThat(copy.mayEdit()).isTrue();
                            assertThat(copy.secrets()).isEmpty();
                        });
    }

    @Test
    @Tag("M8")
    void whoMayChangeItCopiesItsRightsToo() {
        house.give(reserved.id(), "open-sesame");

        ConnectionView copy = copy(anApplicationManager(), true, Optional.empty());

        assertThat(copy.connection().editRights()).isEqualTo(MANAGERS);
        assertThat(copy.secrets()).containsOnlyKeys("password");
    }

    private Content renamed(String name) {
        return reserved.content().withName(name);
    }

    private Connection found() {
        return house.find(reserved.id()).orElseThrow();
    }

    private ConnectionView get(Actor actor) {
        return new GetConnection(house.unitOfWork, house.connections, house.views)
                .handle(new GetConnection.Query(reserved.id(), actor))
                .await()
                .indefinitely();
    }

    private ConnectionView create(Actor actor, EditRights rights) {
        return house.createConnection(LATER)
                .handle(
                        new CreateConnection.Command(
                                new ConnectionTypeId("sftp"),
                                TypedContent.of(
                                        Content.NOTHING.withName("Shop").withEditRights(rights)),
                                Optional.empty(),
                                actor))
                .await()
                .indefinitely();
    }

    private ConnectionView save(Actor actor, Connection from, Content content) {
        return save(actor, from, TypedContent.of(content));
    }

    private ConnectionView save(Actor actor, Connection from, TypedContent content) {
        return house.saveConnection(LATER)
                .handle(new SaveConnection.Command(from.id(), from.version(), content, actor))
                .await()
                .indefinitely();
    }

    private ConnectionView copy(Actor actor, boolean withSecrets, Optional<Content> unsaved) {
        return new CopyConnection(
                        house.unitOfWork,
                        house.connections,
                        house.types,
                        house.views,
                        house.chosen,
                        house.vault,
                        house.links,
                        house.ids,
                        () -> LATER,
                        house.trail)
                .handle(
                        new CopyConnection.Command(
                                reserved.id(),
                                "Copy",
                                withSecrets,
                                unsaved.map(TypedContent::of),
                                actor))
                .await()
                .indefinitely();
    }

    private void turn(Actor actor, boolean on) {
        new SwitchConnection(
                        house.unitOfWork, house.connections, house.runs, house.views, house.trail)
                .handle(new SwitchConnection.Command(reserved.id(), on, actor))
                .await()
                .indefinitely();
    }

    private void delete(Actor actor) {
        new DeleteConnection(house.unitOfWork, house.connections, house.runs, house.trail)
                .handle(new DeleteConnection.Command(reserved.id(), actor))
                .await()
                .indefinitely();
    }

    private void setSecret(Actor actor, String secret) {
        new SetSecret(
                        house.unitOfWork,
                        house.connections,
                        house.views,
                        house.vault,
                        () -> LATER,
                        house.trail)
                .handle(new SetSecret.Command(reserved.id(), "password", new Secret(secret), actor))
                .await()
                .indefinitely();
    }

    private void removeSecret(Actor actor) {
        new RemoveSecret(house.unitOfWork, house.connections, house.views, house.vault, house.trail)
                .handle(new RemoveSecret.Command(reserved.id(), "password", actor))
                .await()
                .indefinitely();
    }

    private void label(Actor actor) {
        house.labelConnection()
                .handle(
                        new LabelConnection.Command(
                                reserved.id(),
                                new LabelChange.Adjust(List.of("Stores"), List.of()),
                                actor))
                .await()
                .indefinitely();
    }

    private List<String> secrets() {
        return house
                .vault
                .reveal(reserved.id(), new Target(Map.of("host", "files.example")))
                .await()
                .indefinitely()
                .values()
                .stream()
                .map(Secret::reveal)
                .toList();
    }

    private static List<Violation> violations(Throwable refused) {
        assertThat(refused).isInstanceOf(RequestInvalid.class);
        return ((RequestInvalid) refused).violations();
    }
}
