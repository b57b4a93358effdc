package io.connections.application.connection;

import static io.connections.domain.access.ActorFixtures.aMarketer;
import static io.connections.domain.access.ActorFixtures.lacking;
import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.connections.application.connection.port.ConnectionRepository.Judgement;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.access.PermissionMissing;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.Change;
import io.connections.domain.catalog.SetupValues;
import io.connections.domain.catalog.Target;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.Connection.Content;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.kernel.Secret;
import io.connections.domain.kernel.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// *Save as*.
@Tag("M8")
class CopyConnectionTest {
    private static final Instant LATER = NOON.plusSeconds(3600);

    private final House house = new House();
    private final Connection original = house.aReadyConnection();

    @Test
    void aCopyIsOffNewAndSaysTheSameUnderAnotherName() {
        Connection copy = copy(aMarketer(), " Till ", false).connection();

        assertThat(copy.id()).isNotEqualTo(original.id());
        assertThat(copy.name()).isEqualTo("Till");
        assertThat(copy.on()).isFalse();
        assertThat(copy.version()).isEqualTo(Version.FIRST);
        assertThat(copy.created()).isEqualTo(new Stamp(aMarketer().name(), LATER));
        assertThat(copy.setup()).isEqualTo(original.setup());
        assertThat(house.find(copy.id())).contains(copy);
    }

    @Test
    void itsGoalsAreTheSameButAreItsOwn() {
        Connection copy = copy(aMarketer(), "Till", false).connection();

        assertThat(copy.goals())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .isEqualTo(original.goals());
        assertThat(copy.goals().getFirst().id()).isNotEqualTo(original.goals().getFirst().id());
    }

    @Test
    @Tag("M11")
    void secretsStayBehindUnlessAskedFor() {
        ConnectionView without = copy(aMarketer(), "Till", false);

        ConnectionView with = copy(aMarketer(), "Till 2", true);

        assertThat(without.secrets()).isEmpty();
        assertThat(with.secrets())
                .isEqualTo(Map.of("password", new Stamp(aMarketer().name(), LATER)));
        assertThat(secretsOf(with.connection(), "files.example"))
                .isEqualTo(Map.of("password", "open-sesame"));
    }

    @Test
    @Tag("M1")
    void theListKnowsAtOnceWhetherACopyIsComplete() {
        Connection without = copy(aMarketer(), "Till", false).connection();

        Connection with = copy(aMarketer(), "Till 2", true).connection();

        assertThat(house.connections.judgement(without.id()).map(Judgement::complete))
                .contains(false);
        assertThat(house.connections.judgement(with.id()).map(Judgement::complete)).contains(true);
    }

    @Test
    @Tag("M11")
    void noSecretComesAlongToAnotherHost() {
        Content elsewhere =
                new Content("", "", new SetupValues(Map.of("host", "thief.example")), List.of());

        ConnectionView copy = copy(aMarketer(), "Till", true, Optional.of(elsewhere));

        assertThat(copy.secrets()).isEmpty();
        assertThat(secretsOf(copy.connection(), "thief.example")).isEmpty();
    }

    @Test
    void whatIsNotSavedYetGoesIntoTheCopyAndNotIntoTheOriginal() {
        Content draft = new Content("Draft", "For the tills", original.setup(), List.of());

        Connection copy = copy(aMarketer(), "Till", false, Optional.of(draft)).connection();

        assertThat(copy.content())
                .isEqualTo(new Content("Till", "For the tills", original.setup(), List.of()));
        assertThat(house.find(original.id())).contains(original);
    }

    @Test
    @Tag("M30")
    void itIsRememberedWhatWasCopiedAndNeverASecret() {
        ConnectionView copy = copy(aMarketer(), "Till", true);

        assertThat(house.trail.events())
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.action()).isEqualTo(Action.CREATED);
                            assertThat(event.subject()).isEqualTo(copy.connection().subject());
                            assertThat(event.changes())
                                    .contains(
                                            Change.of("Copy of", "", original.name()),
                                            Change.ofSecret("Secrets of the original"));
                            assertThat(event.toString()).doesNotContain("open-sesame");
                        });
    }

    @Test
    void aCopyNeedsAName() {
        Throwable refused = catchThrowable(() -> copy(aMarketer(), "  ", false));

        assertThat(refused).isInstanceOf(RequestInvalid.class);
        assertThat(((RequestInvalid) refused).violations())
                .extracting(violation -> violation.pointer())
                .containsExactly("/name");
    }

    @Test
    @Tag("M30")
    void copyingNeedsItsPermission() {
        Throwable refused =
                catchThrowable(() -> copy(lacking(Permission.CONNECTIONS_WRITE), "Till", true));

        assertThat(refused).isInstanceOf(PermissionMissing.class);
        assertThat(house.connections.all()).containsExactly(original);
    }

    private ConnectionView copy(Actor actor, String name, boolean withSecrets) {
        return copy(actor, name, withSecrets, Optional.empty());
    }

    private ConnectionView copy(
            Actor actor, String name, boolean withSecrets, Optional<Content> unsaved) {
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
                                original.id(),
                                name,
                                withSecrets,
                                unsaved.map(TypedContent::of),
                                actor))
                .await()
                .indefinitely();
    }

    private Map<String, String> secretsOf(Connection connection, String host) {
        Map<String, Secret> secrets =
                house.vault
                        .reveal(connection.id(), new Target(Map.of("host", host)))
                        .await()
                        .indefinitely();
        return secrets.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, secret -> secret.getValue().reveal()));
    }
}
