package io.connections.api.connection;

import io.connections.api.label.LabelRequests;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.label.LabelChange;
import io.connections.application.overview.ChangeConnections;
import io.connections.application.overview.ChangeConnections.Selection;
import io.connections.application.overview.ConnectionFilter;
import io.connections.application.overview.ConnectionStatus;
import io.connections.application.overview.LastOutcome;
import io.connections.domain.access.Actor;
import io.connections.domain.catalog.ConnectionType.Direction;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.label.LabelId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// @param ids 1 to 500 connections; not together with filter
/// @param filter all that it finds
/// @param total with filter: how many it found when they were chosen. When it finds another number
///     by now, nothing is done
/// @param add with LABEL: names of labels to put on; new ones become labels
/// @param remove with LABEL: names of labels to take off
@Schema(
        name = "ChangeConnectionsRequest",
        requiredProperties = {"action"})
public record ChangeConnectionsRequest(
        @Nullable Action action,
        @Nullable List<UUID> ids,
        @Nullable Filter filter,
        @Nullable Integer total,
        @Nullable List<@Nullable String> add,
        @Nullable List<@Nullable String> remove) {

    @Schema(name = "ChangeConnectionsAction")
    public enum Action {
        TURN_ON,
        TURN_OFF,
        DELETE,
        LABEL
    }

    /// As behind the question mark of the list.
    @Schema(name = "ConnectionListFilter")
    public record Filter(
            @Nullable String search,
            @Nullable List<UUID> label,
            @Nullable List<String> type,
            @Nullable List<ConnectionStatus> status,
            @Nullable List<LastOutcome> outcome,
            @Nullable List<Direction> direction,
            @Nullable List<String> creator,
            @Nullable Boolean favorite,
            @Nullable Boolean on,
            @Nullable Boolean attention,
            @Nullable List<@Nullable String> objective,
            @Nullable List<@Nullable String> channel) {
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
                    FilterIds.objectives(objective, "/filter"),
                    FilterIds.channels(channel, "/filter"));
        }

        private static <T> Set<T> set(@Nullable List<T> values) {
            if (values == null) {
                return Set.of();
            }
            Set<T> found = new HashSet<>(values);
            found.removeIf(Objects::isNull);
            return found;
        }
    }

    ChangeConnections.Command command(Actor actor) {
        if (action == null) {
            throw RequestInvalid.at("/action", "required", "Say what to do.");
        }
        return new ChangeConnections.Command(toDo(action), selection(), actor);
    }

    private ChangeConnections.Action toDo(Action asked) {
        return switch (asked) {
            case TURN_ON -> new ChangeConnections.Action.Turn(true);
            case TURN_OFF -> new ChangeConnections.Action.Turn(false);
            case DELETE -> new ChangeConnections.Action.Delete();
            case LABEL -> new ChangeConnections.Action.Label(labels());
        };
    }

    private LabelChange.Adjust labels() {
        LabelChange.Adjust change = new LabelRequests.Adjust(add, remove).adjustment();
        if (change.add().isEmpty() && change.remove().isEmpty()) {
            throw RequestInvalid.at(
                    "/add", "required", "Say which labels to add or which to remove.");
        }
        return change;
    }

    private Selection selection() {
        if ((ids == null) == (filter == null)) {
            throw RequestInvalid.at(
                    "/ids", "required", "Send either ids or a filter with its total.");
        }
        if (filter == null) {
            return new Selection.Named(
                    Objects.requireNonNullElse(ids, List.<UUID>of()).stream()
                            .filter(Objects::nonNull)
                            .map(ConnectionId::new)
                            .toList());
        }
        if (total == null) {
            throw RequestInvalid.at(
                    "/total", "required", "Say how many the filter found when they were chosen.");
        }
        return new Selection.Found(filter.filter(), total);
    }
}
