package io.connections.domain.profile;

import io.connections.domain.consent.PrivacyState;
import io.connections.domain.kernel.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Profiles and properties in words.
public final class ProfileFixtures {
    private ProfileFixtures() {}

    public static ProfileProperty anIdentifier(int number, String id, PropertyType type) {
        return new ProfileProperty(new PropertyId(id), number, id, type, true, true);
    }

    public static ProfileProperty aProperty(int number, String id, PropertyType type) {
        return new ProfileProperty(new PropertyId(id), number, id, type, false, false);
    }

    public static ProfileBuilder aProfile() {
        return new ProfileBuilder();
    }

    public static final class ProfileBuilder {
        private ProfileId id =
                new ProfileId(UUID.fromString("0193c0de-0000-7000-8000-00000badcafe"));
        private final Map<Integer, List<String>> values = new HashMap<>();

        public ProfileBuilder id(UUID id) {
            this.id = new ProfileId(id);
            return this;
        }

        public ProfileBuilder with(ProfileProperty property, String... list) {
            values.put(property.number(), List.of(list));
            return this;
        }

        public Profile build() {
            return new Profile(
                    id,
                    Version.FIRST,
                    Instant.parse("2026-11-23T10:00:00Z"),
                    PrivacyState.UNKNOWN,
                    values);
        }
    }
}
