package io.connections.application.channel;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.channel.port.ChannelKeys;
import io.connections.application.channel.port.ChannelRepository;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.channel.Channel;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.kernel.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/// Makes a channel's key, or a new one in place of it. It is shown this once; what the one before
/// proved is not taken back, and what it would prove is refused.
@Singleton
public final class MakeChannelKey {
    public record Command(ChannelId id, Actor actor) {}

    public record Made(Secret key, Channel.Stamp by) {}

    private final UnitOfWork unitOfWork;
    private final ChannelRepository channels;
    private final ChannelKeys keys;
    private final AuditTrail trail;
    private final InstantSource clock;

    MakeChannelKey(
            UnitOfWork unitOfWork,
            ChannelRepository channels,
            ChannelKeys keys,
            AuditTrail trail,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.channels = channels;
        this.keys = keys;
        this.trail = trail;
        this.clock = clock;
    }

    /// Fails with [ChannelNotFound].
    public Uni<Made> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.APPLICATIONS_MANAGE);
                    Channel.Stamp by = new Channel.Stamp(command.actor().name(), clock.instant());
                    return channels.use(List.of(command.id()))
                            .map(
                                    found ->
                                            found.stream()
                                                    .findFirst()
                                                    .orElseThrow(ChannelNotFound::new))
                            .chain(
                                    channel ->
                                            keys.make(command.id(), by)
                                                    .call(
                                                            () ->
                                                                    trail.record(
                                                                            set(
                                                                                    channel,
                                                                                    command
                                                                                            .actor()))))
                            .map(key -> new Made(key, by));
                });
    }

    private static AuditEvent set(Channel channel, Actor by) {
        return new AuditEvent(
                by, Action.SECRET_SET, channel.subject(), List.of(Change.ofSecret("key")));
    }
}
