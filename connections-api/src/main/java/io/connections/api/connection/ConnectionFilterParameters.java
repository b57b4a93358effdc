package io.connections.api.connection;

import io.connections.application.kernel.RequestInvalid;
import io.connections.application.overview.ConnectionFilter;
import io.connections.application.overview.ConnectionSort;
import io.connections.application.overview.ConnectionStatus;
import io.connections.application.overview.LastOutcome;
import io.connections.domain.catalog.ConnectionType.Direction;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.label.LabelId;
import jakarta.ws.rs.QueryParam;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// What stands behind the question mark of the list, its menus' counts and its download.
public class ConnectionFilterParameters {
    private static final Map<String, ConnectionSort.By> SORTS =
            Map.of(
                    "name", ConnectionSort.By.NAME,
                    "type", ConnectionSort.By.TYPE,
                    "status", ConnectionSort.By.STATUS,
                    "on", ConnectionSort.By.ON,
                    "lastRun", ConnectionSort.By.LAST_RUN,
                    "created", ConnectionSort.By.CREATED,
                    "modified", ConnectionSort.By.MODIFIED,
                    "favorite", ConnectionSort.By.FAVORITE,
                    "attention", ConnectionSort.By.ATTENTION);

    @QueryParam("search")
    @Parameter(
            description =
                    "Words that stand in the name, the description, the type's name or a label;"
                            + " case and accents do not count.")
    @Nullable String search;

    @QueryParam("label")
    @Parameter(description = "Ids of labels; one of them is enough.")
    @Nullable List<UUID> label;

    @QueryParam("type")
    @Nullable List<String> type;

    @QueryParam("status")
    @Nullable List<ConnectionStatus> status;

    @QueryParam("outcome")
    @Parameter(description = "How the last run ended.")
    @Nullable List<LastOutcome> outcome;

    @QueryParam("direction")
    @Nullable List<Direction> direction;

    @QueryParam("creator")
    @Parameter(description = "Names of those who made them.")
    @Nullable List<String> creator;

    @QueryParam("favorite")
    @Parameter(description = "true: what whoever asks has starred.")
    @Nullable Boolean favorite;

    @QueryParam("on")
    @Nullable Boolean on;

    @QueryParam("attention")
    @Parameter(description = "true: those that need somebody.")
    @Nullable Boolean attention;

    @QueryParam("objective")
    @Parameter(description = "Ids of objectives that they are linked to; one of them is enough.")
    @Nullable List<String> objective;

    @QueryParam("channel")
    @Parameter(
            description =
                    "Ids of channels that they have chosen; one of them is enough. A connection that"
                            + " is active on all channels has chosen none.")
    @Nullable List<String> channel;

    @QueryParam("sort")
    @Parameter(
            description =
                    "name, type, status, on, lastRun, created, modified, favorite or attention; with"
                            + " a - before it the other way round. What is equal is by name."
                            + " attention: what hurts most first, of each kind the newest.",
            example = "-lastRun")
    @Nullable String sort;

    ConnectionFilter filter() {
        return new ConnectionFilter(
                Objects.requireNonNullElse(search, ""),
                set(label).stream().map(LabelId::new).collect(Collectors.toSet()),
                set(type).stream().map(ConnectionTypeId::new).collect(Collectors.toSet()),
                set(status),
                set(outcome),
                set(direction),
                Optional.ofNullable(favorite),
                Optional.ofNullable(on),
                set(creator),
                Optional.ofNullable(attention),
                FilterIds.objectives(objective, ""),
                FilterIds.channels(channel, ""));
    }

    ConnectionSort sort() {
        if (sort == null || sort.isEmpty()) {
            return ConnectionSort.BY_NAME;
        }
        boolean descending = sort.startsWith("-");
        ConnectionSort.By by = SORTS.get(descending ? sort.substring(1) : sort);
        if (by == null) {
            throw RequestInvalid.at(
                    "/sort",
                    "not-an-option",
                    "sort is one of %s, with or without a - before it."
                            .formatted(
                                    String.join(", ", SORTS.keySet().stream().sorted().toList())));
        }
        return new ConnectionSort(by, descending);
    }

    /// The same text for the same filter and sort, in whichever order the values stand.
    String mark() {
        return String.join(
                "\n",
                Objects.requireNonNullElse(search, "").strip(),
                sorted(label),
                sorted(type),
                sorted(status),
                sorted(outcome),
                sorted(direction),
                sorted(creator),
                String.valueOf(favorite),
                String.valueOf(on),
                String.valueOf(attention),
                sorted(objective),
                sorted(channel),
                sort().toString());
    }

    private static String sorted(@Nullable Collection<?> values) {
        return set(values).stream().map(String::valueOf).sorted().toList().toString();
    }

    private static <T> Set<T> set(@Nullable Collection<T> values) {
        return values == null ? Set.of() : new HashSet<>(values);
    }
}
