package io.connections.application.profile;

import io.connections.application.profile.port.PropertyRepository;
import io.connections.domain.audit.Subject;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyNotFound;
import io.connections.domain.profile.PropertyType;
import io.smallrye.mutiny.Uni;

/// Finds the property that a request names.
final class Properties {
    private Properties() {}

    static Subject subject(ProfileProperty property) {
        return Subject.of(ObjectKind.PROFILE_PROPERTY, property.id().value(), property.name());
    }

    static String type(PropertyType type) {
        return switch (type) {
            case PropertyType.Text() -> "text";
            case PropertyType.WholeNumber() -> "number";
            case PropertyType.Decimal() -> "decimal number";
            case PropertyType.DateTime() -> "date and time";
            case PropertyType.Date() -> "date";
            case PropertyType.Email() -> "e-mail";
            case PropertyType.Phone() -> "phone";
            case PropertyType.YesNo() -> "yes or no";
            case PropertyType.Choice _ -> "choice";
        };
    }

    static Uni<ProfileProperty> get(PropertyRepository properties, String id) {
        if (!PropertyId.isValid(id)) {
            return Uni.createFrom().failure(new PropertyNotFound(id));
        }
        return properties
                .find(new PropertyId(id))
                .map(found -> found.orElseThrow(() -> new PropertyNotFound(id)));
    }
}
