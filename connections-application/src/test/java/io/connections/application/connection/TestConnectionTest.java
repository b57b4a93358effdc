package io.connections.application.connection;

import static io.connections.domain.access.ActorFixtures.aMarketer;
import static io.connections.domain.access.ActorFixtures.aViewer;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.connections.application.connection.port.TestReport;
import io.connections.domain.access.PermissionMissing;
import io.connections.domain.catalog.SetupValues;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.kernel.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The secrets of connections, and trying whether they work.
class TestConnectionTest extends UsingConnections {
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
}
