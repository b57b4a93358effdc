package io.connections.application.connection;

import static io.connections.domain.access.ActorFixtures.aMarketer;
import static io.connections.domain.access.ActorFixtures.aViewer;
import static io.connections.domain.access.ActorFixtures.lacking;
import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static io.connections.domain.connection.ConnectionFixtures.contentOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.connections.application.catalog.ConnectionTypeNotFound;
import io.connections.application.catalog.ConnectionTypeNotInstalled;
import io.connections.application.catalog.Installation;
import io.connections.application.connection.port.TestReport;
import io.connections.application.kernel.IdempotencyKeyReused;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.IdempotencyKeys;
import io.connections.application.run.request.RunState;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.access.PermissionMissing;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.catalog.SetupValues;
import io.connections.domain.catalog.Target;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.Connection.Content;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.kernel.Failure;
import io.connections.domain.kernel.Secret;
import io.connections.domain.kernel.Version;
import io.connections.domain.kernel.Violation;
import io.connections.domain.run.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Making, saving, switching, testing and deleting connections.
class ConnectionUseCasesTest {
    private static final Instant LATER = NOON.plusSeconds(3600);
    private static final ConnectionId NOTHING = aConnection().build().id();
    private static final Actor NO_WRITER = lacking(Permission.CONNECTIONS_WRITE);

    private static final String CANARY = "canary-7c1f-secret";

    private final House house = new House();

    @Test
    @Tag("M5")
    void aNewConnectionIsOffAndSaysWhatItLacks() {
        ConnectionView made = create(aMarketer(), "sftp", " Shop ", Map.of());

        assertThat(made.connection().name()).isEqualTo("Shop");
        assertThat(made.connection().on()).isFalse();
        assertThat(made.connection().created()).isEqualTo(new Stamp(aMarketer().name(), LATER));
        assertThat(made.problems())
                .extracting(Violation::pointer)
                .containsExactly("/setup/host", "/secrets/password", "/goals");
        assertThat(house.find(made.connection().id())).contains(made.connection());
    }

    @Test
    @Tag("M5")
    void sentAgainWithItsKeyARequestMakesNoSecondConnection() {
        ConnectionView first = create(aMarketer(), "Shop", Optional.of(aKey("request 1")));
        ConnectionView renamed =
                save(aMarketer(), first.connection(), renamed(first.connection(), "Till"));

        ConnectionView again = create(aMarketer(), "Shop", Optional.of(aKey("request 1")));

        assertThat(again).isEqualTo(renamed);
        assertThat(all()).containsExactly(renamed.connection());
    }

    @Test
    @Tag("M5")
    void withoutAKeyEveryRequestMakesAConnection() {
        create(aMarketer(), "Shop", Optional.empty());
        create(aMarketer(), "Shop", Optional.empty());

        assertThat(all()).hasSize(2);
    }

    @Test
    @Tag("M5")
    void aKeyThatHasStoodOnAnotherRequestIsRefused() {
        create(aMarketer(), "Shop", Optional.of(aKey("request 1")));

        Throwable refused =
                catchThrowable(() -> create(aMarketer(), "Till", Optional.of(aKey("request 2"))));

        assertThat(refused).isInstanceOf(IdempotencyKeyReused.class);
        assertThat(all()).hasSize(1);
    }

    @Test
    @Tag("M5")
    void whatWasRefusedDoesNotUseUpItsKey() {
        Throwable refused =
                catchThrowable(() -> create(aMarketer(), " ", Optional.of(aKey("request 1"))));

        create(aMarketer(), "Shop", Optional.of(aKey("request 2")));

        assertThat(places(refused)).containsExactly("/name");
        assertThat(all()).extracting(Connection::name).containsExactly("Shop");
    }

    @Test
    @Tag("M5")
    void everyPlaceThatCannotBeSavedIsNamed() {
        Throwable refused =
                catchThrowable(
                        () -> create(aMarketer(), "sftp", " ", Map.of("note", "x".repeat(101))));

        assertThat(places(refused)).containsExactly("/name", "/setup/note");
    }

    @Test
    @Tag("M5")
    void onlyAnInstalledTypeCanBeChosen() {
        Throwable refused =
                catchThrowable(() -> create(aMarketer(), "telepathy", "Shop", Map.of()));

        assertThat(places(refused)).containsExactly("/typeId");
    }

    @Test
    @Tag("M2")
    void aTypeThatIsNotInstalledMakesNoConnectionUntilSomebodyInstallsIt() {
        Throwable refused = catchThrowable(() -> create(aMarketer(), "shop-mail", "A", Map.of()));
        house.installed
                .install(new ConnectionTypeId("shop-mail"), new Installation(LATER, "Anna"))
                .await()
                .indefinitely();
        ConnectionView made = create(aMarketer(), "shop-mail", "A", Map.of());

        assertThat(refused)
                .isInstanceOf(ConnectionTypeNotInstalled.class)
                .hasMessageContaining("Shop Mail");
        assertThat(made.type().id()).isEqualTo(new ConnectionTypeId("shop-mail"));
        assertThat(house.connections.all()).containsExactly(made.connection());
    }

    @Test
    @Tag("M2")
    void aConnectionWhoseTypeIsNoLongerShippedCanBeLookedAtAndSaysSo() {
        Connection old =
                house.add(
                        aConnection()
                                .of(new ConnectionTypeId("telepathy"))
                                .with("frequency", "7")
                                .with(house.aGoodGoal()));

        ConnectionView view = get(aViewer(), old.id());

        assertThat(view.connection()).isEqualTo(old);
        assertThat(view.problems())
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.pointer()).isEqualTo("/typeId");
                            assertThat(problem.message()).contains("telepathy", "no longer");
                        });
    }

    @Test
    @Tag("M2")
    void aConnectionWhoseTypeIsNoLongerShippedIsNotSavedAndLosesNothing() {
        Connection old =
                house.add(
                        aConnection().of(new ConnectionTypeId("telepathy")).with("frequency", "7"));

        Throwable refused = catchThrowable(() -> save(aMarketer(), old, contentOf(old)));

        assertThat(refused)
                .isInstanceOf(ConnectionTypeNotFound.class)
                .hasMessageContaining("telepathy");
        assertThat(house.find(old.id())).contains(old);
    }

    @Test
    @Tag("M30")
    void makingAConnectionNeedsItsPermission() {
        Throwable refused = catchThrowable(() -> create(NO_WRITER, "sftp", "Shop", Map.of()));

        assertThat(refused).isInstanceOf(PermissionMissing.class);
    }

    @Test
    @Tag("M5")
    void aViewerSeesAConnection() {
        Connection ready = house.aReadyConnection();

        ConnectionView seen = get(aViewer(), ready.id());

        assertThat(seen.connection()).isEqualTo(ready);
        assertThat(seen.problems()).isEmpty();
        assertThat(seen.secrets()).containsOnlyKeys("password");
    }

    @Test
    @Tag("M5")
    void whatIsNotThereIsNotSeen() {
        Throwable refused = catchThrowable(() -> get(aViewer(), NOTHING));

        assertThat(refused).isInstanceOf(ConnectionNotFound.class);
    }

    @Test
    @Tag("M30")
    void seeingAConnectionNeedsItsPermission() {
        Connection ready = house.aReadyConnection();

        Throwable refused =
                catchThrowable(() -> get(lacking(Permission.CONNECTIONS_READ), ready.id()));

        assertThat(refused).isInstanceOf(PermissionMissing.class);
    }

    @Test
    @Tag("M8")
    void savingMakesTheNextVersion() {
        Connection before = house.aReadyConnection();

        ConnectionView saved = save(aMarketer(), before, renamed(before, "Till"));

        assertThat(saved.connection().version()).isEqualTo(before.version().next());
        assertThat(saved.connection().modified()).isEqualTo(new Stamp(aMarketer().name(), LATER));
        assertThat(house.find(before.id())).contains(saved.connection());
    }

    @Test
    @Tag("M8")
    void ofTwoWhoSaveTheSameVersionTheSecondIsShownWhatStandsNow() {
        Connection before = house.aReadyConnection();
        ConnectionView ofMia = save(aMarketer(), before, renamed(before, "Mia's"));

        Throwable refused =
                catchThrowable(() -> save(aMarketer(), before, renamed(before, "Noah's")));

        assertThat(refused)
                .asInstanceOf(type(ConnectionChanged.class))
                .extracting(failure -> failure.current().connection())
                .isEqualTo(ofMia.connection());
        assertThat(house.find(before.id())).contains(ofMia.connection());
    }

    @Test
    @Tag("M8")
    void whatCannotBeSavedLeavesTheConnectionAsItWas() {
        Connection before = house.aReadyConnection();

        Throwable refused = catchThrowable(() -> save(aMarketer(), before, renamed(before, "")));

        assertThat(places(refused)).containsExactly("/name");
        assertThat(house.find(before.id())).contains(before);
    }

    @Test
    @Tag("M14")
    void whatCouldNotBeReadIsNamedTogetherWithAllElse() {
        Connection before = house.aReadyConnection();
        TypedContent typed =
                new TypedContent(
                        renamed(before, ""),
                        true,
                        List.of(new Violation("/goals/0/mapping/2", "does-not-compile", "No.")));

        Throwable refused = catchThrowable(() -> save(aMarketer(), before, typed));

        assertThat(places(refused)).containsExactly("/name", "/goals/0/mapping/2");
    }

    @Test
    @Tag("M11")
    void savedForAnotherHostTheSecretHasToBeGivenAgain() {
        Connection before = house.aReadyConnection();
        Content elsewhere =
                new Content(
                        before.name(),
                        "",
                        new SetupValues(Map.of("host", "elsewhere.example")),
                        before.goals());

        ConnectionView saved = save(aMarketer(), before, elsewhere);

        assertThat(saved.problems())
                .extracting(Violation::pointer)
                .containsExactly("/secrets/password");
        assertThat(saved.secretsElsewhere()).containsExactly("password");
    }

    @Test
    @Tag("M8")
    void whatIsNotThereCannotBeSaved() {
        Connection gone = aConnection().build();

        Throwable refused = catchThrowable(() -> save(aMarketer(), gone, contentOf(gone)));

        assertThat(refused).isInstanceOf(ConnectionNotFound.class);
    }

    @Test
    @Tag("M30")
    void savingAConnectionNeedsItsPermission() {
        Connection before = house.aReadyConnection();

        Throwable refused = catchThrowable(() -> save(NO_WRITER, before, renamed(before, "Till")));

        assertThat(refused).isInstanceOf(PermissionMissing.class);
        assertThat(house.find(before.id())).contains(before);
    }

    @Test
    @Tag("M6")
    void switchedOffAConnectionStopsWhatRuns() {
        Connection on = house.aReadyConnection();
        RunId run = house.aRunOf(on);

        ConnectionView seen = turn(aMarketer(), on.id(), false);

        assertThat(seen.connection().on()).isFalse();
        assertThat(stateOf(run)).isEqualTo(RunState.STOPPING);
    }

    @Test
    @Tag("M6")
    void switchedOnAConnectionKeepsItsVersion() {
        Connection off = house.add(aConnection());

        ConnectionView seen = turn(aMarketer(), off.id(), true);

        assertThat(seen.connection()).isEqualTo(off.turn(true));
    }

    @Test
    @Tag("M6")
    void whatIsNotThereCannotBeSwitched() {
        Throwable refused = catchThrowable(() -> turn(aMarketer(), NOTHING, true));

        assertThat(refused).isInstanceOf(ConnectionNotFound.class);
    }

    @Test
    @Tag("M30")
    void switchingNeedsItsPermission() {
        Connection on = house.aReadyConnection();

        Throwable refused = catchThrowable(() -> turn(NO_WRITER, on.id(), false));

        assertThat(refused).isInstanceOf(PermissionMissing.class);
        assertThat(house.find(on.id()).map(Connection::on)).contains(true);
    }

    @Test
    @Tag("M8")
    void aDeletedConnectionIsGone() {
        Connection one = house.aReadyConnection();

        delete(aMarketer(), one.id());

        assertThat(house.find(one.id())).isEmpty();
    }

    @Test
    @Tag("M8")
    void whileItRunsAConnectionIsNotDeletedAndStaysOn() {
        Connection one = house.aReadyConnection();
        house.aRunOf(one);

        Throwable refused = catchThrowable(() -> delete(aMarketer(), one.id()));

        assertThat(refused).isInstanceOf(ConnectionRunning.class);
        assertThat(house.find(one.id())).contains(one);
    }

    @Test
    @Tag("M8")
    void whatIsNotThereCannotBeDeleted() {
        Throwable refused = catchThrowable(() -> delete(aMarketer(), NOTHING));

        assertThat(refused).isInstanceOf(ConnectionNotFound.class);
    }

    @Test
    @Tag("M30")
    void deletingNeedsItsPermission() {
        Connection one = house.aReadyConnection();

        Throwable refused = catchThrowable(() -> delete(NO_WRITER, one.id()));

        assertThat(refused).isInstanceOf(PermissionMissing.class);
        assertThat(house.find(one.id())).isPresent();
    }

    @Test
    @Tag("M11")
    void aSecretIsKeptForTheTargetThatIsSavedAndByWhom() {
        Connection one = house.add(aConnection().with("host", "files.example"));

        setSecret(aMarketer(), one.id(), "password", "spring-rain");

        assertThat(revealed(one.id())).containsOnlyKeys("password");
        assertThat(get(aViewer(), one.id()).secrets())
                .isEqualTo(Map.of("password", new Stamp(aMarketer().name(), LATER)));
    }

    @Test
    @Tag("M11")
    void onlyASecretOfTheTypeCanBeSetOrRemoved() {
        Connection one = house.aReadyConnection();

        Throwable unknown =
                catchThrowable(() -> setSecret(aMarketer(), one.id(), "pincode", "1234"));
        Throwable noSecret =
                catchThrowable(() -> setSecret(aMarketer(), one.id(), "host", "a.example"));
        Throwable removing = catchThrowable(() -> removeSecret(aMarketer(), one.id(), "host"));

        assertThat(List.of(unknown, noSecret, removing))
                .allMatch(SecretFieldUnknown.class::isInstance);
    }

    @Test
    @Tag("M11")
    void aSecretThatIsEmptyIsRefused() {
        Connection one = house.aReadyConnection();

        Throwable refused = catchThrowable(() -> setSecret(aMarketer(), one.id(), "password", ""));

        assertThat(places(refused)).containsExactly("/value");
    }

    @Test
    @Tag("M11")
    void aRemovedSecretIsForgotten() {
        Connection one = house.aReadyConnection();

        removeSecret(aMarketer(), one.id(), "password");

        assertThat(revealed(one.id())).isEmpty();
    }

    @Test
    @Tag("M30")
    void settingAndRemovingASecretNeedTheirPermission() {
        Connection one = house.aReadyConnection();

        Throwable setting =
                catchThrowable(() -> setSecret(NO_WRITER, one.id(), "password", "stolen"));
        Throwable removing = catchThrowable(() -> removeSecret(NO_WRITER, one.id(), "password"));

        assertThat(setting).isInstanceOf(PermissionMissing.class);
        assertThat(removing).isInstanceOf(PermissionMissing.class);
        assertThat(revealed(one.id()).values())
                .extracting(Secret::reveal)
                .containsExactly("open-sesame");
    }

    @Test
    @Tag("M5")
    void aTestTriesWhatIsSavedAndWhatIsNotYet() {
        Connection one = house.aReadyConnection();
        UnsavedSetup typed =
                new UnsavedSetup(Optional.empty(), Map.of("password", new Secret("wrong")));

        TestReport saved = test(aMarketer(), one.id(), nothingTyped());
        TestReport unsaved = test(aMarketer(), one.id(), typed);

        assertThat(saved.passed()).isTrue();
        assertThat(unsaved.passed()).isFalse();
    }

    @Test
    @Tag("M11")
    void aSavedSecretIsNeverTriedOnAnotherHost() {
        Connection one = house.aReadyConnection();
        UnsavedSetup elsewhere =
                new UnsavedSetup(
                        Optional.of(new SetupValues(Map.of("host", "thief.example"))), Map.of());

        Throwable refused = catchThrowable(() -> test(aMarketer(), one.id(), elsewhere));

        assertThat(places(refused)).containsExactly("/secrets/password");
    }

    @Test
    @Tag("M30")
    void aTestNeedsItsPermission() {
        Connection one = house.aReadyConnection();

        Throwable refused = catchThrowable(() -> test(NO_WRITER, one.id(), nothingTyped()));

        assertThat(refused).isInstanceOf(PermissionMissing.class);
    }

    @Test
    @Tag("M30")
    void everyChangeIsRecordedOnce() {
        Connection made =
                create(aMarketer(), "sftp", "Shop", Map.of("host", "a.example")).connection();
        save(aMarketer(), made, renamed(made, "Till"));
        turn(aMarketer(), made.id(), true);
        turn(aMarketer(), made.id(), true);
        turn(aMarketer(), made.id(), false);
        setSecret(aMarketer(), made.id(), "password", CANARY);
        removeSecret(aMarketer(), made.id(), "password");
        delete(aMarketer(), made.id());

        assertThat(house.trail.events())
                .extracting(AuditEvent::action)
                .containsExactly(
                        Action.CREATED,
                        Action.CHANGED,
                        Action.TURNED_ON,
                        Action.TURNED_OFF,
                        Action.SECRET_SET,
                        Action.SECRET_REMOVED,
                        Action.DELETED);
        assertThat(house.trail.events())
                .allSatisfy(event -> assertThat(event.by()).isEqualTo(aMarketer()))
                .allSatisfy(
                        event ->
                                assertThat(event.subject().id())
                                        .contains(made.id().value().toString()));
        assertThat(house.trail.events().get(1).changes())
                .containsExactly(Change.of("Name", "Shop", "Till"));
    }

    @Test
    @Tag("M30")
    void aTestOfASavedConnectionIsRecordedWhateverComesBack() {
        Connection one = house.aReadyConnection();

        test(aMarketer(), one.id(), nothingTyped());

        assertThat(house.trail.events())
                .containsExactly(AuditEvent.of(aMarketer(), Action.TESTED, one.subject()));
    }

    @Test
    @Tag("M30")
    void whatIsRefusedIsNotRecorded() {
        Connection one = house.aReadyConnection();

        assertThatThrownBy(() -> create(NO_WRITER, "sftp", "Shop", Map.of()))
                .isInstanceOf(Failure.class);
        assertThatThrownBy(() -> create(aMarketer(), "sftp", " ", Map.of()))
                .isInstanceOf(Failure.class);
        assertThatThrownBy(() -> save(NO_WRITER, one, renamed(one, "Till")))
                .isInstanceOf(Failure.class);
        assertThatThrownBy(() -> turn(NO_WRITER, one.id(), false)).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> turn(aMarketer(), NOTHING, false)).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> setSecret(NO_WRITER, one.id(), "password", CANARY))
                .isInstanceOf(Failure.class);
        assertThatThrownBy(() -> setSecret(aMarketer(), one.id(), "passphrase", CANARY))
                .isInstanceOf(Failure.class);
        assertThatThrownBy(() -> removeSecret(NO_WRITER, one.id(), "password"))
                .isInstanceOf(Failure.class);
        assertThatThrownBy(() -> test(NO_WRITER, one.id(), nothingTyped()))
                .isInstanceOf(Failure.class);
        house.aRunOf(one);
        assertThatThrownBy(() -> delete(aMarketer(), one.id())).isInstanceOf(Failure.class);

        assertThat(house.trail.events()).isEmpty();
    }

    @Test
    @Tag("M30")
    void ofASecretItIsSaidThatItChangedAndNothingElse() {
        Connection one = house.aReadyConnection();

        setSecret(aMarketer(), one.id(), "password", CANARY);

        assertThat(house.trail.events()).hasSize(1);
        assertThat(house.trail.events().getFirst().changes())
                .containsExactly(Change.ofSecret("password"));
        assertThat(house.trail.events().toString()).doesNotContain(CANARY);
    }

    private ConnectionView create(
            Actor actor, String typeId, String name, Map<String, String> setup) {
        return create(actor, typeId, name, setup, Optional.empty());
    }

    private ConnectionView create(Actor actor, String name, Optional<IdempotencyKeys.Key> key) {
        return create(actor, "sftp", name, Map.of(), key);
    }

    private ConnectionView create(
            Actor actor,
            String typeId,
            String name,
            Map<String, String> setup,
            Optional<IdempotencyKeys.Key> key) {
        return new CreateConnection(
                        house.unitOfWork,
                        house.keys,
                        house.connections,
                        house.types,
                        house.installed,
                        house.views,
                        house.ids,
                        () -> LATER,
                        house.trail)
                .handle(
                        new CreateConnection.Command(
                                new ConnectionTypeId(typeId),
                                TypedContent.of(
                                        new Content(name, "", new SetupValues(setup), List.of())),
                                key,
                                actor))
                .await()
                .indefinitely();
    }

    private static IdempotencyKeys.Key aKey(String request) {
        return new IdempotencyKeys.Key(aMarketer().id(), "key 1", request);
    }

    private List<Connection> all() {
        return house.connections.all();
    }

    private ConnectionView get(Actor actor, ConnectionId id) {
        return new GetConnection(house.unitOfWork, house.connections, house.views)
                .handle(new GetConnection.Query(id, actor))
                .await()
                .indefinitely();
    }

    private ConnectionView save(Actor actor, Connection before, Content content) {
        return save(actor, before, TypedContent.of(content));
    }

    private ConnectionView save(Actor actor, Connection before, TypedContent content) {
        return new SaveConnection(
                        house.unitOfWork,
                        house.connections,
                        house.types,
                        house.views,
                        house.vault,
                        () -> LATER,
                        house.trail)
                .handle(new SaveConnection.Command(before.id(), Version.FIRST, content, actor))
                .await()
                .indefinitely();
    }

    private ConnectionView turn(Actor actor, ConnectionId id, boolean on) {
        return new SwitchConnection(
                        house.unitOfWork, house.connections, house.runs, house.views, house.trail)
                .handle(new SwitchConnection.Command(id, on, actor))
                .await()
                .indefinitely();
    }

    private void delete(Actor actor, ConnectionId id) {
        new DeleteConnection(house.unitOfWork, house.connections, house.runs, house.trail)
                .handle(new DeleteConnection.Command(id, actor))
                .await()
                .indefinitely();
    }

    private void setSecret(Actor actor, ConnectionId id, String field, String secret) {
        new SetSecret(
                        house.unitOfWork,
                        house.connections,
                        house.views,
                        house.vault,
                        () -> LATER,
                        house.trail)
                .handle(new SetSecret.Command(id, field, new Secret(secret), actor))
                .await()
                .indefinitely();
    }

    private void removeSecret(Actor actor, ConnectionId id, String field) {
        new RemoveSecret(house.unitOfWork, house.connections, house.views, house.vault, house.trail)
                .handle(new RemoveSecret.Command(id, field, actor))
                .await()
                .indefinitely();
    }

    private TestReport test(Actor actor, ConnectionId id, UnsavedSetup unsaved) {
        return new TestConnection(
                        house.unitOfWork,
                        house.accesses,
                        house.calls,
                        house.connections,
                        house.trail)
                .handle(
                        new TestConnection.Command(
                                new TestConnection.Subject.Saved(id), unsaved, actor))
                .await()
                .indefinitely();
    }

    private RunState stateOf(RunId run) {
        return house.runs.find(run).await().indefinitely().orElseThrow().summary().state();
    }

    private Map<String, Secret> revealed(ConnectionId id) {
        return house.vault
                .reveal(id, new Target(Map.of("host", "files.example")))
                .await()
                .indefinitely();
    }

    private static UnsavedSetup nothingTyped() {
        return new UnsavedSetup(Optional.empty(), Map.of());
    }

    private static Content renamed(Connection connection, String name) {
        return new Content(name, "", connection.setup(), connection.goals());
    }

    private static List<String> places(Throwable refused) {
        assertThat(refused).isInstanceOf(RequestInvalid.class);
        return ((RequestInvalid) refused).violations().stream().map(Violation::pointer).toList();
    }
}
