package io.connections.application.connection.port;

import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.application.connection.port.SecretVault.Kept;
import io.connections.domain.catalog.Target;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.kernel.Secret;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every vault does.
@Tag("M11")
public abstract class SecretVaultContract {
    private static final Target HOST_A = new Target(Map.of("host", "a"));
    private static final Target HOST_A_WITH_KEY = new Target(Map.of("host", "a", "hostKey", "k"));
    private static final Target HOST_B = new Target(Map.of("host", "b"));
    private static final Stamp MIA = new Stamp("Mia", NOON);

    private ConnectionId shop = aConnection().build().id();
    private ConnectionId till = aConnection().build().id();

    protected abstract ConnectionRepository connections();

    protected abstract SecretVault vault();

    /// Runs it in a unit of work and waits for what it answers.
    protected abstract <T> T await(Supplier<Uni<T>> work);

    @BeforeEach
    void twoConnections() {
        shop = added();
        till = added();
    }

    @Test
    void aSecretComesBackForItsTarget() {
        put(shop, "password", "spring-rain", HOST_A);

        assertThat(reveal(shop, HOST_A)).isEqualTo(Map.of("password", "spring-rain"));
    }

    @Test
    void aSecretNeverServesAnotherTarget() {
        put(shop, "password", "spring-rain", HOST_A);

        assertThat(reveal(shop, HOST_B)).isEmpty();
    }

    @Test
    void aSecretGivenBeforeAPinWasKnownServesThePinnedTargetButNotTheOtherWayRound() {
        put(shop, "password", "early", HOST_A);
        put(till, "password", "late", HOST_A_WITH_KEY);

        assertThat(reveal(shop, HOST_A_WITH_KEY)).containsOnlyKeys("password");
        assertThat(reveal(till, HOST_A)).isEmpty();
    }

    @Test
    void narrowedASecretServesOnlyTheNewTarget() {
        put(shop, "password", "spring-rain", HOST_A);
        put(till, "password", "other", HOST_A);

        await(() -> vault().narrow(shop, HOST_A, HOST_A_WITH_KEY));

        assertThat(reveal(shop, HOST_A)).isEmpty();
        assertThat(reveal(shop, HOST_A_WITH_KEY)).isEqualTo(Map.of("password", "spring-rain"));
        assertThat(reveal(till, HOST_A)).containsOnlyKeys("password");
    }

    @Test
    void narrowingLeavesSecretsOfOtherTargetsAlone() {
        put(shop, "password", "for b", HOST_B);

        await(() -> vault().narrow(shop, HOST_A, HOST_A_WITH_KEY));

        assertThat(reveal(shop, HOST_B)).isEqualTo(Map.of("password", "for b"));
    }

    @Test
    void aSecretIsReplacedWithItsTargetAndWhoSetIt() {
        put(shop, "password", "old", HOST_A);
        Stamp noah = new Stamp("Noah", NOON.plusSeconds(60));

        await(() -> vault().put(shop, "password", new Secret("new"), HOST_B, noah));

        assertThat(reveal(shop, HOST_A)).isEmpty();
        assertThat(reveal(shop, HOST_B)).isEqualTo(Map.of("password", "new"));
        assertThat(kept(shop)).isEqualTo(Map.of("password", new Kept(noah, HOST_B)));
    }

    @Test
    void secretsOfOneConnectionAreNeverAnothers() {
        put(shop, "password", "spring-rain", HOST_A);

        assertThat(reveal(till, HOST_A)).isEmpty();
        assertThat(kept(till)).isEmpty();
    }

    @Test
    void ofManyConnectionsEachHasItsOwnAlsoWhereThereIsNone() {
        put(shop, "password", "one", HOST_A);
        put(shop, "privateKey", "two", HOST_A);

        Map<ConnectionId, Map<String, Kept>> kept = await(() -> vault().kept(List.of(shop, till)));

        assertThat(kept).containsOnlyKeys(shop, till);
        assertThat(kept.get(shop)).containsOnlyKeys("password", "privateKey");
        assertThat(kept.get(till)).isEmpty();
    }

    @Test
    void askedForNoConnectionItKnowsNone() {
        Map<ConnectionId, Map<String, Kept>> kept = await(() -> vault().kept(List.of()));

        assertThat(kept).isEmpty();
    }

    @Test
    void aRemovedSecretIsGoneAndRemovingItAgainDoesNothing() {
        put(shop, "password", "one", HOST_A);
        put(shop, "privateKey", "two", HOST_A);

        await(() -> vault().remove(shop, "password"));
        await(() -> vault().remove(shop, "password"));

        assertThat(reveal(shop, HOST_A)).containsOnlyKeys("privateKey");
    }

    @Test
    void whatIsKeptNeverShowsTheSecret() {
        put(shop, "password", "canary-of-the-night", HOST_A);

        Map<String, Kept> kept = kept(shop);
        Map<String, Secret> revealed = await(() -> vault().reveal(shop, HOST_A));

        assertThat(kept.toString()).doesNotContain("canary-of-the-night");
        assertThat(revealed.toString()).doesNotContain("canary-of-the-night");
    }

    private ConnectionId added() {
        Connection one = aConnection().build();
        await(() -> connections().add(one));
        return one.id();
    }

    private void put(ConnectionId connection, String field, String secret, Target target) {
        await(() -> vault().put(connection, field, new Secret(secret), target, MIA));
    }

    private Map<String, String> reveal(ConnectionId connection, Target target) {
        return await(() -> vault().reveal(connection, target)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().reveal()));
    }

    private Map<String, Kept> kept(ConnectionId connection) {
        return await(() -> vault().kept(List.of(connection))).getOrDefault(connection, Map.of());
    }
}
