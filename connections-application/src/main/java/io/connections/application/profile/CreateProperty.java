package io.connections.application.profile;

import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.PropertyRepository;
import io.connections.application.profile.port.PropertyRepository.NewProperty;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.kernel.Violation;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/// Makes a new property; the mapping page does so on the fly.
@Singleton
public final class CreateProperty {
    private final UnitOfWork unitOfWork;
    private final PropertyRepository properties;

    CreateProperty(UnitOfWork unitOfWork, PropertyRepository properties) {
        this.unitOfWork = unitOfWork;
        this.properties = properties;
    }

    public record Command(
            Actor actor,
            String id,
            String name,
            PropertyType type,
            boolean identifier,
            boolean pii) {}

    public Uni<ProfileProperty> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.PROPERTIES_WRITE);
                    List<Violation> violations = new ArrayList<>(PropertyRules.id(command.id()));
                    violations.addAll(PropertyRules.name(command.name()));
                    violations.addAll(PropertyRules.choices(command.type()));
                    if (!violations.isEmpty()) {
                        throw new RequestInvalid(violations);
                    }
                    return properties.add(
                            new NewProperty(
                                    new PropertyId(command.id()),
                                    command.name().strip(),
                                    command.type(),
                                    command.identifier(),
                                    command.pii()));
                });
    }
}
