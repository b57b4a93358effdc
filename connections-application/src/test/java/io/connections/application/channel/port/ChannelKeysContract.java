package io.connections.application.channel.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.channel.Channel.Stamp;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.kernel.Secret;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every vault of channels' keys does.
@Tag("M25")
public abstract class ChannelKeysContract {
    private static final Stamp MIA = new Stamp("Mia", Instant.parse("2026-11-27T12:00:00Z"));
    private static final Stamp NOAH = new Stamp("Noah", Instant.parse("2026-11-28T12:00:00Z"));

    protected abstract ChannelKeys keys();

    protected abstract ChannelId aChannel();

    /// Runs it in a unit of work and waits for what it answers.
    protected abstract <T> T await(Supplier<Uni<T>> work);

    @Test
    void aKeyIsMadeAndKnownToWhoChecksByIt() {
        ChannelId channel = aChannel();

        Secret made = await(() -> keys().make(channel, MIA));

        assertThat(made.reveal()).hasSize(43);
        assertThat(revealed(channel)).contains(made.reveal());
        assertThat(await(() -> keys().made(channel))).contains(MIA);
    }

    @Test
    void aNewOneTakesThePlaceOfTheOneBefore() {
        ChannelId channel = aChannel();
        Secret first = await(() -> keys().make(channel, MIA));

        Secret second = await(() -> keys().make(channel, NOAH));

        assertThat(second.reveal()).isNotEqualTo(first.reveal());
        assertThat(revealed(channel)).contains(second.reveal());
        assertThat(await(() -> keys().made(channel))).contains(NOAH);
    }

    @Test
    void whereNoneWasMadeThereIsNone() {
        assertThat(revealed(aChannel())).isEmpty();
        assertThat(await(() -> keys().made(new ChannelId(UUID.randomUUID())))).isEmpty();
    }

    private Optional<String> revealed(ChannelId channel) {
        return await(() -> keys().reveal(channel)).map(Secret::reveal);
    }
}
