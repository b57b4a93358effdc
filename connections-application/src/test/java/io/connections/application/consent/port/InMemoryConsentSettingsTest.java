package io.connections.application.consent.port;

import io.connections.domain.consent.PrivacySettings;
import io.connections.domain.consent.Regime;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.function.Supplier;

class InMemoryConsentSettingsTest extends ConsentSettingsContract {
    private final InMemoryObjectiveRepository objectives = new InMemoryObjectiveRepository();
    private final InMemoryPrivacySettingsRepository settings =
            new InMemoryPrivacySettingsRepository(PrivacySettings.of(Regime.OPT_IN, Map.of()));

    @Override
    protected ObjectiveRepository objectives() {
        return objectives;
    }

    @Override
    protected PrivacySettingsRepository settings() {
        return settings;
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return work.get().await().indefinitely();
    }
}
