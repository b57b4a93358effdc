package io.connections.application.profile;

import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.PropertyRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.profile.ProfileProperty;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// All properties, in the order in which they were made.
@Singleton
public final class ListProperties {
    private final UnitOfWork unitOfWork;
    private final PropertyRepository properties;

    ListProperties(UnitOfWork unitOfWork, PropertyRepository properties) {
        this.unitOfWork = unitOfWork;
        this.properties = properties;
    }

    public record Query(Actor actor) {}

    public Uni<List<ProfileProperty>> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.PROFILES_READ);
                    return properties.list();
                });
    }
}
