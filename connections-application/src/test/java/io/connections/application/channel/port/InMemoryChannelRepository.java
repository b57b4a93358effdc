package io.connections.application.channel.port;

import io.connections.application.channel.ChannelFilter;
import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.NamedObject;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.label.port.LabelRepository;
import io.connections.domain.channel.AppId;
import io.connections.domain.channel.Channel;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.channel.Hostname;
import io.connections.domain.channel.Outlet;
import io.connections.domain.kernel.Version;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

public final class InMemoryChannelRepository
        implements ChannelRepository, InMemoryUnitOfWork.Store {
    private static final Comparator<Channel> BY_NAME =
            Comparator.comparing((Channel one) -> lower(one.name()))
                    .thenComparing(one -> one.id().value().toString());

    private final LabelRepository labels;
    private final Map<ChannelId, Channel> channels = new LinkedHashMap<>();

    public InMemoryChannelRepository(LabelRepository labels) {
        this.labels = labels;
    }

    /// For whoever knows objects of all kinds.
    public Stream<NamedObject> named() {
        return channels.values().stream().map(one -> new NamedObject(one.id().ref(), one.name()));
    }

    @Override
    public Uni<Void> saw(ChannelId id, Instant at) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () ->
                                channels.computeIfPresent(
                                        id,
                                        (_, channel) ->
                                                channel.lastSeen().filter(at::isBefore).isPresent()
                                                        ? channel
                                                        : seen(channel, Optional.of(at))));
    }

    private static Channel seen(Channel channel, Optional<Instant> at) {
        return new Channel(
                channel.id(),
                channel.version(),
                channel.content(),
                at,
                channel.created(),
                channel.modified());
    }

    @Override
    public Uni<Optional<Channel>> find(ChannelId id) {
        return Uni.createFrom().item(() -> Optional.ofNullable(channels.get(id)));
    }

    @Override
    public Uni<Page<Channel>> list(ChannelFilter filter, PageRequest page) {
        return Uni.createFrom()
                .item(
                        () -> {
                            List<String> after =
                                    page.after()
                                            .map(InMemoryChannelRepository::key)
                                            .orElse(List.of("", ""));
                            List<Channel> found =
                                    channels.values().stream()
                                            .filter(one -> matches(one, filter))
                                            .sorted(BY_NAME)
                                            .filter(one -> isAfter(one, after))
                                            .limit(page.limit() + 1L)
                                            .toList();
                            return Page.of(found, page.limit(), InMemoryChannelRepository::place);
                        });
    }

    private static boolean isAfter(Channel channel, List<String> after) {
        int order = lower(channel.name()).compareTo(lower(after.get(0)));
        return order > 0
                || (order == 0 && channel.id().value().toString().compareTo(after.get(1)) > 0);
    }

    private static Cursor place(Channel channel) {
        return Cursor.of(channel.name(), channel.id().value().toString());
    }

    private static List<String> key(Cursor cursor) {
        if (cursor.key().size() != 2) {
            throw RequestInvalid.cursor();
        }
        return cursor.key();
    }

    private boolean matches(Channel channel, ChannelFilter filter) {
        return said(channel).anyMatch(text -> lower(text).contains(lower(filter.search())))
                && (filter.ids().isEmpty() || filter.ids().contains(channel.id()))
                && (filter.kinds().isEmpty() || filter.kinds().contains(channel.outlet().kind()))
                && (filter.labels().isEmpty() || hasLabel(channel, filter))
                && filter.seenSince().map(since -> wasSeen(channel, since)).orElse(true)
                && filter.notSeenSince().map(since -> !wasSeen(channel, since)).orElse(true);
    }

    private static boolean wasSeen(Channel channel, Instant since) {
        return channel.lastSeen().filter(at -> !at.isBefore(since)).isPresent();
    }

    private boolean hasLabel(Channel channel, ChannelFilter filter) {
        return labels
                .of(List.of(channel.id().ref()))
                .await()
                .indefinitely()
                .getOrDefault(channel.id().ref(), List.of())
                .stream()
                .anyMatch(label -> filter.labels().contains(label.id()));
    }

    private static Stream<String> said(Channel channel) {
        Stream<String> outlet =
                switch (channel.outlet()) {
                    case Outlet.Website website ->
                            website.hostnames().stream().map(Hostname::value);
                    case Outlet.Email() -> Stream.empty();
                    case Outlet.Mobile(AppId app) -> Stream.of(app.value());
                    case Outlet.Tv(AppId app) -> Stream.of(app.value());
                };
        return Stream.concat(Stream.of(channel.name()), outlet);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public Uni<List<Channel>> findAll(Collection<ChannelId> ids) {
        return Uni.createFrom()
                .item(
                        () ->
                                channels.values().stream()
                                        .filter(one -> ids.contains(one.id()))
                                        .toList());
    }

    @Override
    public Uni<List<Channel>> use(Collection<ChannelId> ids) {
        return findAll(ids);
    }

    @Override
    public Uni<Channel> getToDelete(ChannelId id) {
        return get(id);
    }

    @Override
    public Uni<List<Channel>> having(Collection<Hostname> hostnames) {
        return Uni.createFrom()
                .item(
                        () ->
                                channels.values().stream()
                                        .filter(
                                                one ->
                                                        one.outlet().hostnames().stream()
                                                                .anyMatch(hostnames::contains))
                                        .toList());
    }

    @Override
    public Uni<Void> hold() {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> insert(Channel channel) {
        return Uni.createFrom().voidItem().invoke(() -> channels.put(channel.id(), channel));
    }

    @Override
    public Uni<Boolean> update(Channel channel, Version from) {
        return Uni.createFrom()
                .item(
                        () -> {
                            Channel before = channels.get(channel.id());
                            if (before == null || !before.version().equals(from)) {
                                return false;
                            }
                            channels.put(channel.id(), seen(channel, before.lastSeen()));
                            return true;
                        });
    }

    @Override
    public Uni<Boolean> delete(ChannelId id) {
        return Uni.createFrom().item(() -> channels.remove(id) != null);
    }

    @Override
    public Runnable remember() {
        Map<ChannelId, Channel> before = new LinkedHashMap<>(channels);
        return () -> {
            channels.clear();
            channels.putAll(before);
        };
    }
}
