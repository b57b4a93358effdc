package io.connections.api.connection;

import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.consent.ObjectiveId;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Ids in a filter of connections. What can be nobody's id is refused where it stands.
final class FilterIds {
    private FilterIds() {}

    /// @param pointer where the filter stands in the request
    static Set<ObjectiveId> objectives(@Nullable Collection<@Nullable String> ids, String pointer) {
        return read(
                ids,
                id ->
                        ObjectiveId.of(id)
                                .orElseThrow(
                                        () ->
                                                RequestInvalid.at(
                                                        pointer + "/objective",
                                                        "objective-unknown",
                                                        "'%s' is no id of an objective."
                                                                .formatted(id))));
    }

    /// @param pointer where the filter stands in the request
    static Set<ChannelId> channels(@Nullable Collection<@Nullable String> ids, String pointer) {
        return read(
                ids,
                id -> {
                    try {
                        return new ChannelId(UUID.fromString(id));
                    } catch (IllegalArgumentException _) {
                        throw RequestInvalid.at(
                                pointer + "/channel",
                                "channel-unknown",
                                "'%s' is no id of a channel.".formatted(id));
                    }
                });
    }

    private static <T> Set<T> read(
            @Nullable Collection<@Nullable String> ids, Function<String, T> read) {
        return ids == null
                ? Set.of()
                : ids.stream()
                        .map(id -> read.apply(id == null ? "" : id))
                        .collect(Collectors.toUnmodifiableSet());
    }
}
