package io.connections.application.catalog;

import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.kernel.Conflict;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// Connections are made of the type, so that it cannot be uninstalled.
public final class ConnectionTypeInUse extends Conflict {
    private final long count;

    private final transient List<Use> usedBy;

    /// @param usedBy the first few, by name
    public ConnectionTypeInUse(ConnectionType type, long count, List<Use> usedBy) {
        super(
                "%s is used by %s: %s%s. Delete %s first."
                        .formatted(
                                type.name(),
                                count == 1 ? "one connection" : count + " connections",
                                usedBy.stream()
                                        .map(use -> '"' + use.name() + '"')
                                        .collect(Collectors.joining(", ")),
                                count > usedBy.size() ? " …" : "",
                                count == 1 ? "it" : "them"));
        this.count = count;
        this.usedBy = List.copyOf(usedBy);
    }

    public record Use(UUID id, String name) {}

    public long count() {
        return count;
    }

    public List<Use> usedBy() {
        return usedBy;
    }

    @Override
    public String code() {
        return "connection-type-in-use";
    }
}
