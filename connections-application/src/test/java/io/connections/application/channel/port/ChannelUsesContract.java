package io.connections.application.channel.port;

import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.application.channel.ChannelInUse.Use;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.channel.ChannelScope;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.kernel.Version;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What everything does that knows which connections have chosen a channel.
@Tag("M24")
public abstract class ChannelUsesContract {
    private final ChannelId shop = new ChannelId(UUID.randomUUID());
    private final ChannelId blog = new ChannelId(UUID.randomUUID());

    protected abstract ChannelUses uses();

    protected abstract ConnectionRepository connections();

    /// Runs it in a unit of work and waits for what it answers.
    protected abstract <T> T await(Supplier<Uni<T>> work);

    @Test
    void thoseThatHaveChosenItAreNamedAndNoOthers() {
        Connection both = added("b", on(blog, shop));
        Connection one = added("A", on(shop));
        added("Blog", on(blog));
        added("Everywhere", new ChannelScope.Everywhere());
        added("Nowhere", on());

        assertThat(of(shop, 10)).containsExactly(use(one), use(both));
        assertThat(of(shop, 1)).containsExactly(use(one));
    }

    @Test
    void everyChannelIsCounted() {
        ChannelId nobodys = new ChannelId(UUID.randomUUID());
        added("One", on(shop));
        added("Two", on(shop, blog));

        assertThat(await(() -> uses().count(List.of(shop, blog, nobodys))))
                .isEqualTo(Map.of(shop, 2L, blog, 1L));
        assertThat(await(() -> uses().count(List.of()))).isEmpty();
    }

    @Test
    void whoHasTakenItOutAgainUsesItNoLonger() {
        Connection connection = added("One", on(shop));
        Connection without =
                connection.save(
                        connection.content().withScope(on(blog)), new Stamp("Mia", Instant.EPOCH));

        await(() -> connections().save(without, Version.FIRST));

        assertThat(of(shop, 10)).isEmpty();
        assertThat(of(blog, 10)).containsExactly(use(connection));
    }

    private Connection added(String name, ChannelScope scope) {
        Connection connection = aConnection().named(name).activeOn(scope).build();
        await(() -> connections().add(connection));
        return connection;
    }

    private List<Use> of(ChannelId channel, int limit) {
        return await(() -> uses().of(channel, limit));
    }

    private static Use use(Connection connection) {
        return new Use(connection.id().value(), connection.name());
    }

    private static ChannelScope on(ChannelId... channels) {
        return new ChannelScope.Chosen(
                Stream.of(channels)
                        .map(each -> new ChannelScope.OnChannel(each, List.of()))
                        .toList());
    }
}
