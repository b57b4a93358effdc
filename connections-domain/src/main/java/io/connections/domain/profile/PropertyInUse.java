package io.connections.domain.profile;

import io.connections.domain.kernel.Conflict;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// Goals write the property; without it they cannot run.
public final class PropertyInUse extends Conflict {
    private final transient List<Use> usedBy;

    /// A connection with a goal that maps the property or matches by it.
    public record Use(UUID connectionId, String connectionName) {}

    public PropertyInUse(PropertyId id, List<Use> usedBy) {
        super(
                "The property '%s' is mapped by %s. Take it out of their goals first, or delete it all the same: then they cannot run until they are mended."
                        .formatted(
                                id.value(),
                                usedBy.stream()
                                        .map(use -> "'" + use.connectionName() + "'")
                                        .collect(Collectors.joining(", "))));
        this.usedBy = List.copyOf(usedBy);
    }

    public List<Use> usedBy() {
        return usedBy;
    }

    @Override
    public String code() {
        return "property-in-use";
    }
}
