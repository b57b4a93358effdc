package io.connections.application.visitor;

import io.connections.application.channel.ChannelNotFound;
import io.connections.application.channel.port.ChannelRepository;
import io.connections.application.inpage.InPageConnections;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.channel.Channel;
import io.connections.domain.channel.ChannelId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What is known of channels, read anew every few seconds and not for every event. Ids that are
/// made up are remembered too for that long, and no more than so many altogether.
@Singleton
public final class KnownChannels {
    private static final int MOST = 2_000;

    private final UnitOfWork unitOfWork;
    private final ChannelRepository channels;
    private final InPageConnections connections;
    private final InstantSource clock;
    private final CollectingSettings collecting;
    private final Map<ChannelId, Remembered> entries =
            new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<ChannelId, Remembered> eldest) {
                    return size() > MOST;
                }
            };

    /// @param known absent: there is no such channel
    private record Remembered(Instant readAgainAt, Optional<KnownChannel> known) {}

    KnownChannels(
            UnitOfWork unitOfWork,
            ChannelRepository channels,
            InPageConnections connections,
            InstantSource clock,
            CollectingSettings collecting) {
        this.unitOfWork = unitOfWork;
        this.channels = channels;
        this.connections = connections;
        this.clock = clock;
        this.collecting = collecting;
    }

    /// Fails with [ChannelNotFound].
    Uni<KnownChannel> get(ChannelId id) {
        return Uni.createFrom()
                .deferred(
                        () -> remembered(id).map(Uni.createFrom()::item).orElseGet(() -> read(id)))
                .map(found -> found.orElseThrow(ChannelNotFound::new));
    }

    /// Of those who find it too old only the first reads it again; the others are answered by it
    /// for that moment, so that a busy channel does not ask the database once for each of them.
    private synchronized Optional<Optional<KnownChannel>> remembered(ChannelId id) {
        Remembered entry = entries.get(id);
        if (entry == null) {
            return Optional.empty();
        }
        if (clock.instant().isBefore(entry.readAgainAt())) {
            return Optional.of(entry.known());
        }
        remember(id, entry.known());
        return Optional.empty();
    }

    private synchronized void remember(ChannelId id, Optional<KnownChannel> known) {
        if (!collecting.knownFor().isZero()) {
            entries.put(id, new Remembered(clock.instant().plus(collecting.knownFor()), known));
        }
    }

    private Uni<Optional<KnownChannel>> read(ChannelId id) {
        return unitOfWork
                .run(
                        () ->
                                channels.find(id)
                                        .chain(
                                                found ->
                                                        found.map(this::about)
                                                                .orElseGet(
                                                                        () ->
                                                                                Uni.createFrom()
                                                                                        .item(
                                                                                                Optional
                                                                                                        .empty()))))
                .invoke(known -> remember(id, known));
    }

    private Uni<Optional<KnownChannel>> about(Channel channel) {
        return connections
                .rules()
                .chain(
                        rules ->
                                connections
                                        .working(rules)
                                        .map(
                                                working ->
                                                        Optional.of(
                                                                new KnownChannel(
                                                                        channel,
                                                                        rules.consent()
                                                                                .objectives(),
                                                                        rules.consent().settings(),
                                                                        rules.properties(),
                                                                        working))));
    }
}
