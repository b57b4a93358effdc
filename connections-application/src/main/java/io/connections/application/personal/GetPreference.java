package io.connections.application.personal;

import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.personal.port.PreferenceRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.personal.Preference;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// How the actor likes one thing; no values: they have never said.
@Singleton
public final class GetPreference {
    public record Query(String key, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final PreferenceRepository preferences;

    GetPreference(UnitOfWork unitOfWork, PreferenceRepository preferences) {
        this.unitOfWork = unitOfWork;
        this.preferences = preferences;
    }

    public Uni<Preference> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.CONNECTIONS_READ);
                    return preferences.get(query.actor().id(), query.key());
                });
    }
}
