package io.connections.api.connection;

import io.connections.application.overview.ChangeConnections.Outcome;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Each chosen connection is in one of the two.
@Schema(name = "ChangedConnections")
public record ChangeConnectionsResponse(List<UUID> done, List<Refused> refused) {

    /// @param name empty: it is gone
    /// @param code of the problem that the action on this one alone would have met
    /// @param message the same in words
    @Schema(name = "RefusedConnection")
    public record Refused(UUID id, String name, String code, String message) {}

    static ChangeConnectionsResponse of(Outcome outcome) {
        return new ChangeConnectionsResponse(
                outcome.done().stream().map(id -> id.value()).toList(),
                outcome.refused().stream()
                        .map(
                                one ->
                                        new Refused(
                                                one.id().value(),
                                                one.name(),
                                                one.why().code(),
                                                one.why().detail()))
                        .toList());
    }
}
