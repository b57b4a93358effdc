package io.connections.application.channel;

import io.connections.application.channel.port.ChannelUses;
import io.connections.application.favorite.port.FavoriteRepository;
import io.connections.application.label.port.LabelRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.channel.Channel;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.kernel.ObjectRef;
import io.connections.domain.label.Label;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Joins channels with what is known about them elsewhere: one look-up each.
@Singleton
public final class ChannelViews {
    private final LabelRepository labels;
    private final FavoriteRepository favorites;
    private final ChannelUses uses;

    public ChannelViews(LabelRepository labels, FavoriteRepository favorites, ChannelUses uses) {
        this.labels = labels;
        this.favorites = favorites;
        this.uses = uses;
    }

    private record Elsewhere(
            Map<ObjectRef, List<Label>> labels,
            Set<ObjectRef> favorites,
            Map<ChannelId, Long> uses) {
        ChannelView view(Channel channel) {
            ObjectRef ref = channel.id().ref();
            return new ChannelView(
                    channel,
                    labels.getOrDefault(ref, List.of()),
                    favorites.contains(ref),
                    uses.getOrDefault(channel.id(), 0L));
        }
    }

    /// Inside a unit of work.
    Uni<ChannelView> of(Channel channel, Actor actor) {
        return of(List.of(channel), actor).map(List::getFirst);
    }

    Uni<List<ChannelView>> of(List<Channel> channels, Actor actor) {
        return elsewhere(channels, actor)
                .map(elsewhere -> channels.stream().map(elsewhere::view).toList());
    }

    private Uni<Elsewhere> elsewhere(List<Channel> channels, Actor actor) {
        List<ObjectRef> refs = channels.stream().map(one -> one.id().ref()).toList();
        return labels.of(refs)
                .chain(
                        labelled ->
                                elsewhere(channels, labelled, favorites.among(actor.id(), refs)));
    }

    private Uni<Elsewhere> elsewhere(
            List<Channel> channels,
            Map<ObjectRef, List<Label>> labelled,
            Uni<Set<ObjectRef>> starred) {
        return starred.chain(
                stars ->
                        uses.count(channels.stream().map(Channel::id).toList())
                                .map(counts -> new Elsewhere(labelled, stars, counts)));
    }
}
