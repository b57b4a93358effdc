package io.connections.application.consent.port;

import io.connections.application.consent.SavedPrivacySettings;
import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.domain.consent.PrivacySettings;
import io.connections.domain.kernel.Version;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

public final class InMemoryPrivacySettingsRepository
        implements PrivacySettingsRepository, InMemoryUnitOfWork.Store {
    private SavedPrivacySettings settings;

    public InMemoryPrivacySettingsRepository(PrivacySettings first) {
        settings = new SavedPrivacySettings(first, Version.FIRST, Optional.empty());
    }

    @Override
    public Uni<SavedPrivacySettings> get() {
        return Uni.createFrom().item(() -> settings);
    }

    @Override
    public Uni<Boolean> save(SavedPrivacySettings next, Version from) {
        return Uni.createFrom()
                .item(
                        () -> {
                            if (!settings.version().equals(from)) {
                                return false;
                            }
                            settings = next;
                            return true;
                        });
    }

    @Override
    public Runnable remember() {
        SavedPrivacySettings before = settings;
        return () -> settings = before;
    }
}
