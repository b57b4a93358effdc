package io.connections.domain.profile;

import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.Consents;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.consent.Zone;
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
        private PrivacyState privacy = PrivacyState.UNKNOWN;

        public ProfileBuilder id(UUID id) {
            this.id = new ProfileId(id);
            return this;
        }

        public ProfileBuilder with(ProfileProperty property, String... list) {
            values.put(property.number(), List.of(list));
            return this;
        }

        public ProfileBuilder saying(ConsentStatement... statements) {
            privacy = new PrivacyState(Zone.REST_OF_WORLD, Consents.of(List.of(statements)));
            return this;
        }

        public ProfileBuilder in(Zone zone) {
            privacy = new PrivacyState(zone, privacy.consents());
            return this;
        }

        public Profile build() {
            return new Profile(
                    id, Version.FIRST, Instant.parse("2026-11-23T10:00:00Z"), privacy, values);
        }
    }
}
