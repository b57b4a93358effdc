package io.connections.application.profile;

import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.ProfileLabel;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A profile in a list.
///
/// @param identifiers in the order in which the properties were made
public record ProfileSummary(
        ProfileId id, String label, Map<PropertyId, List<String>> identifiers, Instant modified) {
    public ProfileSummary {
        identifiers = Collections.unmodifiableMap(new LinkedHashMap<>(identifiers));
    }

    static ProfileSummary of(Profile profile, List<ProfileProperty> properties) {
        Map<PropertyId, List<String>> identifiers = new LinkedHashMap<>();
        for (ProfileProperty property : properties) {
            List<String> values = profile.values(property);
            if (property.identifier() && !values.isEmpty()) {
                identifiers.put(property.id(), values);
            }
        }
        return new ProfileSummary(
                profile.id(),
                ProfileLabel.of(profile, properties),
                identifiers,
                profile.modified());
    }
}
