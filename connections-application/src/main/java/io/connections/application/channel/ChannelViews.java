package io.connections.application.channel;

import io.connections.application.favorite.port.FavoriteRepository;
import io.connections.application.label.port.LabelRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.channel.Channel;
import io.connections.domain.kernel.ObjectRef;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// Joins channels with what is known about them elsewhere: one look-up each.
@Singleton
public final class ChannelViews {
    private final LabelRepository labels;
    private final FavoriteRepository favorites;

    public ChannelViews(LabelRepository labels, FavoriteRepository favorites) {
        this.labels = labels;
        this.favorites = favorites;
    }

    /// Inside a unit of work.
    Uni<ChannelView> of(Channel channel, Actor actor) {
        return of(List.of(channel), actor).map(List::getFirst);
    }

    Uni<List<ChannelView>> of(List<Channel> channels, Actor actor) {
        List<ObjectRef> refs = channels.stream().map(one -> one.id().ref()).toList();
        return labels.of(refs)
                .chain(
                        labelled ->
                                favorites
                                        .among(actor.id(), refs)
                                        .map(
                                                starred ->
                                                        channels.stream()
                                                                .map(
                                                                        one ->
                                                                                new ChannelView(
                                                                                        one,
                                                                                        labelled
                                                                                                .getOrDefault(
                                                                                                        one.id()
                                                                                                                .ref(),
                                                                                                        List
                                                                                                                .of()),
                                                                                        starred
                                                                                                .contains(
                                                                                                        one.id()
                                                                                                                .ref())))
                                                                .toList()));
    }
}
