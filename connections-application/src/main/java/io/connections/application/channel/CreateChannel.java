package io.connections.application.channel;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.channel.port.ChannelRepository;
import io.connections.application.kernel.port.Ids;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.channel.Channel;
import io.connections.domain.channel.ChannelDifference;
import io.connections.domain.channel.ChannelDraft;
import io.connections.domain.channel.ChannelId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/// Makes a channel. A hostname that another channel has is refused with the name of that.
@Singleton
public final class CreateChannel {
    public record Command(ChannelDraft draft, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final ChannelRepository channels;
    private final AuditTrail trail;
    private final Ids ids;
    private final InstantSource clock;

    CreateChannel(
            UnitOfWork unitOfWork,
            ChannelRepository channels,
            AuditTrail trail,
            Ids ids,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.channels = channels;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<ChannelView> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.CHANNELS_WRITE);
                    Channel channel =
                            Channel.create(
                                    new ChannelId(ids.next()),
                                    ChannelCheck.read(command.draft()),
                                    new Channel.Stamp(command.actor().name(), clock.instant()));
                    return channels.hold()
                            .chain(
                                    () ->
                                            ChannelCheck.requireFreeHostnames(
                                                    channels, channel.id(), channel.content()))
                            .chain(() -> channels.insert(channel))
                            .chain(() -> trail.record(created(channel, command.actor())))
                            .replaceWith(new ChannelView(channel, List.of(), false, 0));
                });
    }

    private static AuditEvent created(Channel channel, Actor by) {
        return new AuditEvent(
                by, Action.CREATED, channel.subject(), ChannelDifference.ofNew(channel.content()));
    }
}
