package io.connections.domain.profile;

import io.connections.domain.consent.ConsentGate;
import io.connections.domain.kernel.Version;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A customer.
///
/// @param privacy zone and consent
/// @param values by the number of their property, each list in its order; a property without values
///     is not in it
public record Profile(
        ProfileId id,
        Version version,
        Instant modified,
        ConsentGate.Subject privacy,
        Map<Integer, List<String>> values) {
    public Profile {
        values = withoutEmptyLists(values);
    }

    public List<String> values(ProfileProperty property) {
        return values.getOrDefault(property.number(), List.of());
    }

    /// What names this profile, of the properties given.
    public Set<Identifier> identifiers(List<ProfileProperty> properties) {
        Set<Identifier> identifiers = new LinkedHashSet<>();
        for (ProfileProperty property : properties) {
            if (property.identifier()) {
                values(property)
                        .forEach(
                                value -> identifiers.add(new Identifier(property.number(), value)));
            }
        }
        return identifiers;
    }

    private static Map<Integer, List<String>> withoutEmptyLists(Map<Integer, List<String>> values) {
        Map<Integer, List<String>> copy = new TreeMap<>();
        values.forEach(
                (property, list) -> {
                    if (!list.isEmpty()) {
                        copy.put(property, List.copyOf(list));
                    }
                });
        return Collections.unmodifiableMap(copy);
    }
}
