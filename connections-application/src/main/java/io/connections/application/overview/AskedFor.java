package io.connections.application.overview;

import io.connections.application.channel.port.ChannelRepository;
import io.connections.application.consent.SavedObjective;
import io.connections.application.consent.port.ObjectiveRepository;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.channel.Channel;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.kernel.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The objectives and channels that somebody asks for. One that is not there is refused: an id that
/// is mistyped would else look like one that no connection uses.
@Singleton
final class AskedFor {
    private final UnitOfWork unitOfWork;
    private final ObjectiveRepository objectives;
    private final ChannelRepository channels;

    AskedFor(UnitOfWork unitOfWork, ObjectiveRepository objectives, ChannelRepository channels) {
        this.unitOfWork = unitOfWork;
        this.objectives = objectives;
        this.channels = channels;
    }

    /// Their names, of those that there are.
    record Names(Map<ObjectiveId, String> objectives, Map<ChannelId, String> channels) {
        private static final Names NONE = new Names(Map.of(), Map.of());

        Names {
            objectives = Map.copyOf(objectives);
            channels = Map.copyOf(channels);
        }
    }

    /// Two look-ups, however many there are of them, and none for nothing.
    Uni<Names> names(Collection<ObjectiveId> ofObjectives, Collection<ChannelId> ofChannels) {
        if (ofObjectives.isEmpty() && ofChannels.isEmpty()) {
            return Uni.createFrom().item(Names.NONE);
        }
        return unitOfWork.run(
                () ->
                        objectives(ofObjectives)
                                .chain(
                                        found ->
                                                channels(ofChannels)
                                                        .map(named -> new Names(found, named))));
    }

    private Uni<Map<ObjectiveId, String>> objectives(Collection<ObjectiveId> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return objectives
                .all()
                .map(
                        all ->
                                all.stream()
                                        .map(SavedObjective::objective)
                                        .filter(one -> ids.contains(one.id()))
                                        .collect(
                                                Collectors.toMap(
                                                        one -> one.id(), one -> one.name())));
    }

    private Uni<Map<ChannelId, String>> channels(Collection<ChannelId> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return channels.findAll(ids)
                .map(found -> found.stream().collect(Collectors.toMap(Channel::id, Channel::name)));
    }

    /// Fails with [RequestInvalid] for those that there are not.
    ///
    /// @param pointer where the filter stands in the request
    Uni<Void> require(ConnectionFilter filter, String pointer) {
        return names(filter.objectives(), filter.channels())
                .invoke(names -> requireAll(filter, names, pointer))
                .replaceWithVoid();
    }

    private static void requireAll(ConnectionFilter filter, Names names, String pointer) {
        List<Violation> violations =
                Stream.concat(
                                missing(
                                        filter.objectives(),
                                        names.objectives(),
                                        id ->
                                                new Violation(
                                                        pointer + "/objective",
                                                        "objective-unknown",
                                                        "There is no objective '%s' (any more)."
                                                                .formatted(id.value()))),
                                missing(
                                        filter.channels(),
                                        names.channels(),
                                        id ->
                                                new Violation(
                                                        pointer + "/channel",
                                                        "channel-unknown",
                                                        "There is no channel %s (any more)."
                                                                .formatted(id.value()))))
                        .toList();
        if (!violations.isEmpty()) {
            throw new RequestInvalid(violations);
        }
    }

    private static <T> Stream<Violation> missing(
            Collection<T> wanted, Map<T, String> there, Function<T, Violation> violation) {
        return wanted.stream().filter(id -> !there.containsKey(id)).map(violation);
    }
}
