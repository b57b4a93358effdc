package io.connections.application.connection;

import static io.connections.domain.access.ActorFixtures.aMarketer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.connection.Connection;
import io.connections.domain.kernel.Failure;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is recorded of what is done to connections.
class ConnectionTrailTest extends UsingConnections {
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
}
