package io.connections.application.channel;

import io.connections.application.channel.ChannelInUse.Use;
import io.connections.application.channel.port.ChannelRepository;
import io.connections.application.channel.port.ChannelUses;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.channel.ChannelId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// Which connections have chosen a channel.
@Singleton
public final class FindChannelUses {
    /// How many are named.
    public static final int MOST = 50;

    public record Query(ChannelId id, Actor actor) {}

    /// @param count of all
    /// @param usedBy the first of them, by name
    public record Uses(long count, List<Use> usedBy) {
        public Uses {
            usedBy = List.copyOf(usedBy);
        }
    }

    private final UnitOfWork unitOfWork;
    private final ChannelRepository channels;
    private final ChannelUses uses;

    FindChannelUses(UnitOfWork unitOfWork, ChannelRepository channels, ChannelUses uses) {
        this.unitOfWork = unitOfWork;
        this.channels = channels;
        this.uses = uses;
    }

    public Uni<Uses> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.CONNECTIONS_READ);
                    return channels.get(query.id()).chain(() -> of(query.id(), uses));
                });
    }

    static Uni<Uses> of(ChannelId id, ChannelUses uses) {
        return uses.of(id, MOST)
                .chain(
                        usedBy ->
                                uses.count(List.of(id))
                                        .map(
                                                counts ->
                                                        new Uses(
                                                                counts.getOrDefault(id, 0L),
                                                                usedBy)));
    }
}
