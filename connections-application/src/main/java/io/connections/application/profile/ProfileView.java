package io.connections.application.profile;

import io.connections.domain.profile.Profile;
import io.connections.domain.profile.PropertyId;
import java.util.List;

/// A profile as a person opens it: every value with where it comes from.
public record ProfileView(Profile profile, List<Values> values) {
    public ProfileView {
        values = List.copyOf(values);
    }

    public record Values(PropertyId property, List<String> values, Origin origin) {
        public Values {
            values = List.copyOf(values);
        }
    }
}
