package io.connections.domain.consent;

import java.util.Set;

/// A purpose that a person can consent to.
///
/// @param zones where it needs consent
public record Objective(ObjectiveId id, String name, Set<Zone> zones) {
    public Objective {
        zones = Set.copyOf(zones);
    }
}
