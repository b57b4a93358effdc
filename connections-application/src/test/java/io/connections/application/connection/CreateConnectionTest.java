package io.connections.application.connection;

import static io.connections.domain.access.ActorFixtures.aMarketer;
import static io.connections.domain.access.ActorFixtures.aViewer;
import static io.connections.domain.access.ActorFixtures.lacking;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static io.connections.domain.connection.ConnectionFixtures.contentOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.connections.application.catalog.ConnectionTypeNotFound;
import io.connections.application.catalog.ConnectionTypeNotInstalled;
import io.connections.application.catalog.Installation;
import io.connections.application.kernel.IdempotencyKeyReused;
import io.connections.domain.access.Permission;
import io.connections.domain.access.PermissionMissing;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.kernel.Violation;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Making connections, and looking at them.
class CreateConnectionTest extends UsingConnections {
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
}
