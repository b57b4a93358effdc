package io.connections.api.channel;

import io.connections.application.channel.ChannelFilter;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.label.LabelId;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// What stands behind the question mark of the list of channels.
public class ChannelFilterParameters {
    @QueryParam("search")
    @Parameter(
            description =
                    "Part of the name, of a hostname or of an app's id, upper and lower case alike.")
    @Nullable String search;

    @QueryParam("id")
    @Parameter(description = "Of no others.")
    @Nullable List<UUID> id;

    @QueryParam("kind")
    @Parameter(description = "One of them is enough.")
    @Nullable List<ChannelKindJson> kind;

    @QueryParam("label")
    @Parameter(description = "Ids of labels; one of them is enough.")
    @Nullable List<UUID> label;

    @QueryParam("seenSince")
    @Parameter(
            description = "A moment (RFC 3339): seen then or later.",
            example = "2026-11-01T00:00:00Z")
    @Nullable String seenSince;

    @QueryParam("notSeenSince")
    @Parameter(description = "A moment (RFC 3339): never seen, or before then.")
    @Nullable String notSeenSince;

    ChannelFilter filter() {
        return new ChannelFilter(
                Objects.requireNonNullElse(search, "").strip(),
                set(id).stream().map(ChannelId::new).collect(Collectors.toSet()),
                set(kind).stream().map(ChannelKindJson::kind).collect(Collectors.toSet()),
                set(label).stream().map(LabelId::new).collect(Collectors.toSet()),
                moment("seenSince", seenSince),
                moment("notSeenSince", notSeenSince));
    }

    /// The same text for the same filter, in whichever order the values stand.
    String mark() {
        return String.join(
                "\n",
                Objects.requireNonNullElse(search, "").strip(),
                sorted(id),
                sorted(kind),
                sorted(label),
                String.valueOf(seenSince),
                String.valueOf(notSeenSince));
    }

    private static Optional<Instant> moment(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException _) {
            throw RequestInvalid.at(
                    "/" + name,
                    "not-a-moment",
                    "%s is a moment such as 2026-11-01T00:00:00Z, not \"%s\"."
                            .formatted(name, text));
        }
    }

    private static String sorted(@Nullable Collection<?> values) {
        return set(values).stream().map(String::valueOf).sorted().toList().toString();
    }

    private static <T> Set<T> set(@Nullable Collection<T> values) {
        return values == null ? Set.of() : new HashSet<>(values);
    }
}
