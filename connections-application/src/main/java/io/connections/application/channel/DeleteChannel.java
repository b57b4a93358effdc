package io.connections.application.channel;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.channel.port.ChannelRepository;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.channel.ChannelId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// Deletes a channel. Its hostnames are free then, and its pages are of no channel.
@Singleton
public final class DeleteChannel {
    public record Command(ChannelId id, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final ChannelRepository channels;
    private final AuditTrail trail;

    DeleteChannel(UnitOfWork unitOfWork, ChannelRepository channels, AuditTrail trail) {
        this.unitOfWork = unitOfWork;
        this.channels = channels;
        this.trail = trail;
    }

    public Uni<Void> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.CHANNELS_WRITE);
                    return channels.hold()
                            .chain(() -> channels.get(command.id()))
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
}
