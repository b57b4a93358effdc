package io.connections.application.profile;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.PropertyRepository;
import io.connections.application.profile.port.PropertyRepository.NewProperty;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.audit.Subject;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.Violation;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes properties, all of them or none: the mapping page does so for the columns of a file, which
/// may be thousands.
@Singleton
public final class CreateProperties {
    public static final int MOST = 5_000;

    private final UnitOfWork unitOfWork;
    private final PropertyRepository properties;
    private final AuditTrail trail;

    CreateProperties(UnitOfWork unitOfWork, PropertyRepository properties, AuditTrail trail) {
        this.unitOfWork = unitOfWork;
        this.properties = properties;
        this.trail = trail;
    }

    /// @param at where the wanted ones stand in the request: the list (`/items`) or, for one alone,
    ///     the property itself ("")
    public record Command(Actor actor, List<Wanted> wanted, At at) {
        public Command {
            wanted = List.copyOf(wanted);
        }

        public enum At {
            WHOLE_REQUEST,
            ITEMS;

            private String of(int index) {
                return this == ITEMS ? "/items/" + index : "";
            }
        }
    }

    public record Wanted(
            String id, String name, PropertyType type, boolean identifier, boolean pii) {}

    /// In the order wanted. Fails with [io.connections.domain.profile.PropertyIdTaken].
    public Uni<List<ProfileProperty>> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.PROPERTIES_WRITE);
                    List<Violation> violations = violations(command);
                    if (!violations.isEmpty()) {
                        throw new RequestInvalid(violations);
                    }
                    return properties
                            .add(command.wanted().stream().map(CreateProperties::property).toList())
                            .call(made -> trail.record(created(made, command.actor())));
                });
    }

    /// One event, however many: the columns of a file may be thousands.
    private static AuditEvent created(List<ProfileProperty> made, Actor by) {
        Subject subject =
                made.size() == 1
                        ? Properties.subject(made.getFirst())
                        : new Subject(
                                ObjectKind.PROFILE_PROPERTY,
                                Optional.empty(),
                                "%,d properties".formatted(made.size()));
        return new AuditEvent(
                by,
                Action.CREATED,
                subject,
                made.stream()
                        .map(property -> Change.of(property.id().value(), "", said(property)))
                        .toList());
    }

    private static String said(ProfileProperty property) {
        return "%s, %s%s%s"
                .formatted(
                        property.name(),
                        Properties.type(property.type()),
                        property.identifier() ? ", identifier" : "",
                        property.pii() ? ", PII" : "");
    }

    private static List<Violation> violations(Command command) {
        List<Wanted> wanted = command.wanted();
        if (wanted.isEmpty() || wanted.size() > MOST) {
            return List.of(
                    new Violation(
                            "/items",
                            wanted.isEmpty() ? "required" : "too-many",
                            "Send 1 to %,d properties.".formatted(MOST)));
        }
        List<Violation> violations = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            Wanted one = wanted.get(i);
            String at = command.at().of(i);
            violations.addAll(PropertyRules.all(at, one.id(), one.name(), one.type()));
            if (PropertyId.isValid(one.id()) && !keys.add(new PropertyId(one.id()).key())) {
                violations.add(
                        new Violation(
                                at + "/id",
                                "property-id-repeated",
                                "'%s' is in this list already.".formatted(one.id())));
            }
        }
        return violations;
    }

    private static NewProperty property(Wanted wanted) {
        return new NewProperty(
                new PropertyId(wanted.id()),
                wanted.name().strip(),
                wanted.type(),
                wanted.identifier(),
                wanted.pii());
    }
}
