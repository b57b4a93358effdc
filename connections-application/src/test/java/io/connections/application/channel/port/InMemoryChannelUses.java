package io.connections.application.channel.port;

import io.connections.application.channel.ChannelInUse.Use;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.connection.Connection;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// What connections have chosen.
public final class InMemoryChannelUses implements ChannelUses {
    private final Supplier<? extends Collection<Connection>> connections;

    public InMemoryChannelUses(Supplier<? extends Collection<Connection>> connections) {
        this.connections = connections;
    }

    @Override
    public Uni<List<Use>> of(ChannelId channel, int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                connections.get().stream()
                                        .filter(one -> one.scope().chosen().contains(channel))
                                        .sorted(
                                                Comparator.comparing(
                                                        one -> one.name().toLowerCase(Locale.ROOT)))
                                        .limit(limit)
                                        .map(one -> new Use(one.id().value(), one.name()))
                                        .toList());
    }

    @Override
    public Uni<Map<ChannelId, Long>> count(Collection<ChannelId> channels) {
        return Uni.createFrom()
                .item(
                        () -> {
                            Map<ChannelId, Long> counts = new HashMap<>();
                            for (Connection connection : connections.get()) {
                                connection.scope().chosen().stream()
                                        .filter(channels::contains)
                                        .forEach(one -> counts.merge(one, 1L, Long::sum));
                            }
                            return counts;
                        });
    }
}
