package io.connections.application.profile;

import io.connections.application.profile.port.PropertyRepository;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyNotFound;
import io.smallrye.mutiny.Uni;

/// Finds the property that a request names.
final class Properties {
    private Properties() {}

    static Uni<ProfileProperty> get(PropertyRepository properties, String id) {
        if (!PropertyId.isValid(id)) {
            return Uni.createFrom().failure(new PropertyNotFound(id));
        }
        return properties
                .find(new PropertyId(id))
                .map(found -> found.orElseThrow(() -> new PropertyNotFound(id)));
    }
}
