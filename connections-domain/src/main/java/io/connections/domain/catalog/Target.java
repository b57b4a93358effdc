package io.connections.domain.catalog;

import java.util.Map;

/// Where a connection's secrets are sent: the setup values of the fields that its type marks so. A
/// secret serves only the target it was given for, so that nobody can have it sent elsewhere.
///
/// @param values of every such field; a pin that is not known yet is left out
public record Target(Map<String, String> values) {
    public Target {
        values = Map.copyOf(values);
    }

    /// Whether a secret given for this target may be sent to the other one: the same, or the same
    /// with a pin that was not known when the secret was given.
    public boolean serves(Target other) {
        return other.values.entrySet().containsAll(values.entrySet());
    }
}
