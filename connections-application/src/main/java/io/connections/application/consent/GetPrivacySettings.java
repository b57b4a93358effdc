package io.connections.application.consent;

import io.connections.application.consent.port.PrivacySettingsRepository;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// The zones in use, and what holds in each.
@Singleton
public final class GetPrivacySettings {
    public record Query(Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final PrivacySettingsRepository settings;
    private final PrivacyViews views;

    GetPrivacySettings(
            UnitOfWork unitOfWork, PrivacySettingsRepository settings, PrivacyViews views) {
        this.unitOfWork = unitOfWork;
        this.settings = settings;
        this.views = views;
    }

    public Uni<PrivacySettingsView> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.CONNECTIONS_READ);
                    return settings.get().chain(views::of);
                });
    }
}
