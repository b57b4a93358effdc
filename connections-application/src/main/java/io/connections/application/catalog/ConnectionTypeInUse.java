package io.connections.application.catalog;

import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.kernel.Conflict;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// Connections are made of the type, so that it cannot be uninstalled.
public final class ConnectionTypeInUse extends Conflict {
    private final long count;

    private final transient List<Use> usedBy;

    /// @param usedBy the first few, by name
    public ConnectionTypeInUse(ConnectionType type, long count, List<Use> usedBy) {
        super(
                count == 1
                        ? "%s is used by one connection. Delete it first.".formatted(type.name())
                        : String.format(
                                Locale.ROOT,
                                "%s is used by %,d connections. Delete them first.",
                                type.name(),
                                count));
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
