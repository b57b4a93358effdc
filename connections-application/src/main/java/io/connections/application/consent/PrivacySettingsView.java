package io.connections.application.consent;

import io.connections.domain.consent.Zone;
import java.util.Map;

/// The privacy settings as people see them.
///
/// @param objectives how many name each zone, in use or not; none: it is missing
public record PrivacySettingsView(SavedPrivacySettings saved, Map<Zone, Integer> objectives) {
    public PrivacySettingsView {
        objectives = Map.copyOf(objectives);
    }

    public int objectivesThatName(Zone zone) {
        return objectives.getOrDefault(zone, 0);
    }
}
