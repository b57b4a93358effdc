package io.connections.application.catalog.port;

import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.application.catalog.ConnectionTypeInUse.Use;
import io.connections.application.catalog.Installation;
import io.connections.application.catalog.port.InstalledTypes.Uses;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.connection.Connection;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What everything does that knows which types are installed.
@Tag("M2")
public abstract class InstalledTypesContract {
    private static final ConnectionTypeId SFTP = new ConnectionTypeId("sftp");
    private static final Installation BY_ANNA = new Installation(NOON, "Anna");

    /// A type of its own for each test: the store may be shared.
    private final ConnectionTypeId pigeon =
            new ConnectionTypeId("pigeon-" + UUID.randomUUID().toString().substring(0, 8));

    protected abstract InstalledTypes installed();

    protected abstract ConnectionRepository connections();

    /// Runs it in a unit of work and waits for what it answers.
    protected abstract <T> T await(Supplier<Uni<T>> work);

    @Test
    void filesOverSftpAreInstalledFromTheBeginning() {
        assertThat(await(installed()::all)).containsKey(SFTP);
        assertThat(await(() -> installed().find(SFTP))).isPresent();
    }

    @Test
    void aTypeThatNobodyInstalledIsNone() {
        assertThat(await(() -> installed().find(pigeon))).isEmpty();
        assertThat(await(() -> installed().use(pigeon))).isFalse();
        assertThat(await(() -> installed().hold(pigeon))).isFalse();
    }

    @Test
    void anInstalledTypeSaysSinceWhenAndByWhom() {
        boolean first = await(() -> installed().install(pigeon, BY_ANNA));

        assertThat(first).isTrue();
        assertThat(await(() -> installed().find(pigeon))).contains(BY_ANNA);
        assertThat(await(installed()::all)).containsEntry(pigeon, BY_ANNA);
        assertThat(await(() -> installed().use(pigeon))).isTrue();
        assertThat(await(() -> installed().hold(pigeon))).isTrue();
    }

    @Test
    void whoInstallsItAgainChangesNothing() {
        await(() -> installed().install(pigeon, BY_ANNA));

        boolean again =
                await(
                        () ->
                                installed()
                                        .install(
                                                pigeon,
                                                new Installation(NOON.plusSeconds(9), "Ben")));

        assertThat(again).isFalse();
        assertThat(await(() -> installed().find(pigeon))).contains(BY_ANNA);
    }

    @Test
    void anUninstalledTypeIsNoneAndOneThatWasNoneStaysSo() {
        await(() -> installed().install(pigeon, BY_ANNA));

        await(() -> installed().uninstall(pigeon));
        await(() -> installed().uninstall(pigeon));

        assertThat(await(() -> installed().find(pigeon))).isEmpty();
    }

    @Test
    void theUsesAreCountedAndTheFirstFewNamed() {
        Connection shop = added("shop");
        Connection bar = added("Bar");
        added("Tills");

        Uses uses = await(() -> installed().usesOf(pigeon, 2));

        assertThat(uses.count()).isEqualTo(3);
        assertThat(uses.first())
                .containsExactly(
                        new Use(bar.id().value(), "Bar"), new Use(shop.id().value(), "shop"));
    }

    @Test
    void aTypeWithoutConnectionsIsOfNoUse() {
        assertThat(await(() -> installed().usesOf(pigeon, 2)).count()).isZero();
    }

    private Connection added(String name) {
        Connection connection = aConnection().named(name).of(pigeon).build();
        await(() -> connections().add(connection));
        return connection;
    }
}
