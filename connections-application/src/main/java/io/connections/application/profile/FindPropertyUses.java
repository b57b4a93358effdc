package io.connections.application.profile;

import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.PropertyRepository;
import io.connections.application.profile.port.PropertyUses;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.profile.ProfilesWithValues;
import io.connections.domain.profile.PropertyInUse.Use;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// What deleting a property would cost, for whoever is about to. It may be more by the time it is
/// deleted: [DeleteProperty] looks again.
@Singleton
public final class FindPropertyUses {
    private final UnitOfWork unitOfWork;
    private final PropertyRepository properties;
    private final PropertyUses uses;

    FindPropertyUses(UnitOfWork unitOfWork, PropertyRepository properties, PropertyUses uses) {
        this.unitOfWork = unitOfWork;
        this.properties = properties;
        this.uses = uses;
    }

    public record Query(Actor actor, String id) {}

    /// @param usedBy connections with a goal that could not run any more
    public record Uses(List<Use> usedBy, ProfilesWithValues profiles) {
        public Uses {
            usedBy = List.copyOf(usedBy);
        }
    }

    public Uni<Uses> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.PROPERTIES_WRITE);
                    return Properties.get(properties, query.id())
                            .chain(
                                    property ->
                                            uses.of(property.id())
                                                    .chain(
                                                            usedBy ->
                                                                    uses.inProfiles(property)
                                                                            .map(
                                                                                    profiles ->
                                                                                            new Uses(
                                                                                                    usedBy,
                                                                                                    profiles))));
                });
    }
}
