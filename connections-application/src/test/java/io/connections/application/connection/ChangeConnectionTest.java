package io.connections.application.connection;

import static io.connections.domain.access.ActorFixtures.aMarketer;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static io.connections.domain.connection.ConnectionFixtures.contentOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.connections.application.run.request.RunState;
import io.connections.domain.access.PermissionMissing;
import io.connections.domain.catalog.SetupValues;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.Connection.Content;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.kernel.Violation;
import io.connections.domain.run.RunId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Saving, switching and deleting connections.
class ChangeConnectionTest extends UsingConnections {
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
                        Set.of(),
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
}
