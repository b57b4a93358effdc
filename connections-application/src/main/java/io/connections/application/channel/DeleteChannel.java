package io.connections.application.channel;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.channel.port.ChannelRepository;
import io.connections.application.channel.port.ChannelUses;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.channel.Channel;
import io.connections.domain.channel.ChannelId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// Deletes a channel. Its hostnames are free then, and its pages are of no channel. Refused while
/// connections have chosen it.
@Singleton
public final class DeleteChannel {
    public record Command(ChannelId id, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final ChannelRepository channels;
    private final ChannelUses uses;
    private final AuditTrail trail;

    DeleteChannel(
            UnitOfWork unitOfWork, ChannelRepository channels, ChannelUses uses, AuditTrail trail) {
        this.unitOfWork = unitOfWork;
        this.channels = channels;
        this.uses = uses;
        this.trail = trail;
    }

    /// Fails with [ChannelInUse].
    public Uni<Void> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.CHANNELS_WRITE);
                    return channels.hold()
                            .chain(() -> channels.getToDelete(command.id()))
                            .call(this::refuseWhileUsed)
                            .call(channel -> channels.delete(channel.id()))
                            .chain(
                                    channel ->
                                            trail.record(
                                                    AuditEvent.of(
                                                            command.actor(),
                                                            Action.DELETED,
                                                            channel.subject())));
                });
    }

    private Uni<Void> refuseWhileUsed(Channel channel) {
        return FindChannelUses.of(channel.id(), uses)
                .invoke(
                        found -> {
                            if (found.count() > 0) {
                                throw new ChannelInUse(channel, found.count(), found.usedBy());
                            }
                        })
                .replaceWithVoid();
    }
}
