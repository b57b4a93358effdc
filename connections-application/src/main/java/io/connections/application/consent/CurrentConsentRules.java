package io.connections.application.consent;

import io.connections.application.consent.port.ObjectiveRepository;
import io.connections.application.consent.port.PrivacySettingsRepository;
import io.connections.domain.consent.ConsentRules;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// What consent is judged by now, for whoever decides.
@Singleton
public final class CurrentConsentRules {
    private final ObjectiveRepository objectives;
    private final PrivacySettingsRepository settings;

    public CurrentConsentRules(ObjectiveRepository objectives, PrivacySettingsRepository settings) {
        this.objectives = objectives;
        this.settings = settings;
    }

    /// Inside a unit of work.
    public Uni<ConsentRules> read() {
        return objectives
                .all()
                .map(all -> all.stream().map(SavedObjective::objective).toList())
                .chain(
                        known ->
                                settings.get()
                                        .map(saved -> new ConsentRules(saved.settings(), known)));
    }
}
