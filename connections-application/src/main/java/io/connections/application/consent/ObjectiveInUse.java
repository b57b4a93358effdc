package io.connections.application.consent;

import io.connections.domain.consent.Objective;
import io.connections.domain.kernel.Conflict;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/// Connections are linked to the objective, or their goals bring consent to it.
public final class ObjectiveInUse extends Conflict {
    private final transient List<Use> usedBy;
    private final long count;

    /// @param usedBy the first few, by name
    public ObjectiveInUse(Objective objective, List<Use> usedBy, long count) {
        super(
                "The objective '%s' is used by %s. Unlink it, and take it out of the consent that their goals bring; then it can be deleted."
                        .formatted(objective.name(), names(usedBy, count)));
        this.usedBy = List.copyOf(usedBy);
        this.count = count;
    }

    public record Use(UUID connectionId, String connectionName) {}

    private static String names(List<Use> usedBy, long count) {
        String named =
                usedBy.stream()
                        .map(use -> "'" + use.connectionName() + "'")
                        .collect(Collectors.joining(", "));
        return count > usedBy.size()
                ? String.format(Locale.ROOT, "%s and %,d more", named, count - usedBy.size())
                : named;
    }

    public List<Use> usedBy() {
        return usedBy;
    }

    public long count() {
        return count;
    }

    @Override
    public String code() {
        return "objective-in-use";
    }
}
