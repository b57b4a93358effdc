package io.connections.application.channel;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.channel.port.ChannelRepository;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.channel.Channel;
import io.connections.domain.channel.ChannelDifference;
import io.connections.domain.channel.ChannelDraft;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.kernel.Version;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/// Keeps a new version of a channel. Of two people who changed the same version the second is
/// refused, with what stands now. A channel stays of the kind that it is: connections have rules
/// for its pages.
@Singleton
public final class SaveChannel {
    public record Command(ChannelId id, Version from, ChannelDraft draft, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final ChannelRepository channels;
    private final ChannelViews views;
    private final AuditTrail trail;
    private final InstantSource clock;

    SaveChannel(
            UnitOfWork unitOfWork,
            ChannelRepository channels,
            ChannelViews views,
            AuditTrail trail,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.channels = channels;
        this.views = views;
        this.trail = trail;
        this.clock = clock;
    }

    public Uni<ChannelView> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.CHANNELS_WRITE);
                    return channels.hold()
                            .chain(() -> channels.get(command.id()))
                            .chain(current -> save(current, command));
                });
    }

    private Uni<ChannelView> save(Channel current, Command command) {
        if (!current.version().equals(command.from())) {
            return views.of(current, command.actor())
                    .chain(view -> Uni.createFrom().failure(new ChannelChanged(view)));
        }
        if (command.draft().kind() != current.outlet().kind()) {
            throw RequestInvalid.at(
                    "/kind",
                    "kind-stays",
                    "A channel stays of the kind that it is. Make another one.");
        }
        Channel next =
                current.save(
                        ChannelCheck.read(command.draft()),
                        new Channel.Stamp(command.actor().name(), clock.instant()));
        return ChannelCheck.requireFreeHostnames(channels, next.id(), next.content())
                .chain(() -> channels.update(next, command.from()))
                .chain(() -> record(current, next, command.actor()))
                .chain(() -> views.of(next, command.actor()));
    }

    private Uni<Void> record(Channel before, Channel after, Actor by) {
        List<Change> changes = ChannelDifference.between(before.content(), after.content());
        return changes.isEmpty()
                ? Uni.createFrom().voidItem()
                : trail.record(new AuditEvent(by, Action.CHANGED, after.subject(), changes));
    }
}
