package io.connections.application.channel;

import io.connections.application.kernel.port.KnownObjects;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.label.LabelChange;
import io.connections.application.label.Labelling;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.label.Label;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// Changes a channel's labels, at once.
@Singleton
public final class LabelChannel {
    public record Command(ChannelId id, LabelChange change, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final KnownObjects known;
    private final Labelling labelling;

    LabelChannel(UnitOfWork unitOfWork, KnownObjects known, Labelling labelling) {
        this.unitOfWork = unitOfWork;
        this.known = known;
        this.labelling = labelling;
    }

    /// Answers its labels, by name.
    public Uni<List<Label>> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.CHANNELS_WRITE);
                    return known.hold(command.id().ref())
                            .map(found -> found.orElseThrow(ChannelNotFound::new))
                            .chain(
                                    object ->
                                            labelling.change(
                                                    object, command.change(), command.actor()));
                });
    }
}
