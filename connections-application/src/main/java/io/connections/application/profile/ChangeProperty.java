package io.connections.application.profile;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.PropertyRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.kernel.Violation;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Changes a property's name, its values to choose from and whether it is PII. Its type and whether
/// it is an identifier never change: stored values would no longer be what they say.
@Singleton
public final class ChangeProperty {
    private final UnitOfWork unitOfWork;
    private final PropertyRepository properties;
    private final AuditTrail trail;

    ChangeProperty(UnitOfWork unitOfWork, PropertyRepository properties, AuditTrail trail) {
        this.unitOfWork = unitOfWork;
        this.properties = properties;
        this.trail = trail;
    }

    /// @param choices absent: they stay as they are. Values that profiles have stay, also when they
    ///     are no longer in the list
    public record Command(
            Actor actor, String id, String name, Optional<List<String>> choices, boolean pii) {}

    public Uni<ProfileProperty> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.PROPERTIES_WRITE);
                    return Properties.get(properties, command.id())
                            .chain(property -> save(property, changed(property, command), command));
                });
    }

    private Uni<ProfileProperty> save(
            ProfileProperty before, ProfileProperty after, Command command) {
        return properties
                .save(after)
                .chain(() -> trail.record(event(before, after, command.actor())))
                .replaceWith(after);
    }

    private static AuditEvent event(ProfileProperty before, ProfileProperty after, Actor by) {
        return new AuditEvent(
                by,
                Action.CHANGED,
                Properties.subject(after),
                Stream.of(
                                Change.of("Name", before.name(), after.name()),
                                Change.of("Values to choose from", choices(before), choices(after)),
                                Change.of("PII", pii(before), pii(after)))
                        .filter(ChangeProperty::isOne)
                        .toList());
    }

    private static boolean isOne(Change change) {
        return change instanceof Change.Shown(_, Optional<String> before, Optional<String> after)
                && !before.equals(after);
    }

    private static String choices(ProfileProperty property) {
        return property.type() instanceof PropertyType.Choice(List<String> choices)
                ? String.join(", ", choices)
                : "";
    }

    private static String pii(ProfileProperty property) {
        return property.pii() ? "yes" : "no";
    }

    private static ProfileProperty changed(ProfileProperty property, Command command) {
        List<Violation> violations = new ArrayList<>(PropertyRules.name(command.name()));
        PropertyType type = property.type();
        if (command.choices().isPresent()) {
            List<String> choices = command.choices().orElseThrow();
            if (type instanceof PropertyType.Choice) {
                type = new PropertyType.Choice(choices);
                violations.addAll(PropertyRules.choices(type));
            } else if (!choices.isEmpty()) {
                violations.add(
                        new Violation(
                                "/choices",
                                "not-a-choice",
                                "Only a property of the type choice has values to choose from."));
            }
        }
        if (!violations.isEmpty()) {
            throw new RequestInvalid(violations);
        }
        return new ProfileProperty(
                property.id(),
                property.number(),
                command.name().strip(),
                type,
                property.identifier(),
                command.pii());
    }
}
