package io.connections.application.consent;

import io.connections.application.consent.port.ObjectiveRepository;
import io.connections.domain.consent.Zone;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Joins the privacy settings with what names their zones. Inside a unit of work.
@Singleton
final class PrivacyViews {
    private final ObjectiveRepository objectives;

    PrivacyViews(ObjectiveRepository objectives) {
        this.objectives = objectives;
    }

    Uni<PrivacySettingsView> of(SavedPrivacySettings settings) {
        return objectives.all().map(all -> new PrivacySettingsView(settings, named(all)));
    }

    private static Map<Zone, Integer> named(List<SavedObjective> objectives) {
        Map<Zone, Integer> named = new HashMap<>();
        objectives.forEach(
                each ->
                        each.objective()
                                .zones()
                                .forEach(zone -> named.merge(zone, 1, Integer::sum)));
        return named;
    }
}
