package io.connections.domain.profile;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a person's new values make of a profile, and what stood there before.
///
/// @param before of the changed properties only, by number; an empty list where there was nothing
/// @param taken identifiers that the profile gets
/// @param left identifiers that it gives up
/// @param multiValued identifier properties of which it has several values now
public record ProfileEdit(
        Profile after,
        Map<Integer, List<String>> before,
        Set<Identifier> taken,
        Set<Identifier> left,
        Set<Integer> multiValued) {

    /// @param wanted all values that the profile is to have, in their written form; a repeated
    ///     value counts once. Values of deleted properties go.
    public static ProfileEdit of(
            Profile profile,
            Map<Integer, List<String>> wanted,
            List<ProfileProperty> properties,
            Instant at) {
        Map<Integer, ProfileProperty> known =
                properties.stream()
                        .collect(Collectors.toMap(ProfileProperty::number, property -> property));
        Map<Integer, List<String>> values = new LinkedHashMap<>();
        wanted.forEach(
                (number, list) -> {
                    if (known.containsKey(number)) {
                        values.put(number, List.copyOf(new LinkedHashSet<>(list)));
                    }
                });
        Profile after =
                new Profile(profile.id(), profile.version().next(), at, profile.privacy(), values);

        Map<Integer, List<String>> before = new TreeMap<>();
        Set<Identifier> taken = new LinkedHashSet<>();
        Set<Identifier> left = new LinkedHashSet<>();
        for (int number : numbers(profile, after)) {
            List<String> old = profile.values().getOrDefault(number, List.of());
            List<String> now = after.values().getOrDefault(number, List.of());
            if (old.equals(now)) {
                continue;
            }
            before.put(number, old);
            ProfileProperty property = known.get(number);
            // Of a deleted property nobody knows any more whether it was an identifier.
            if (property == null || property.identifier()) {
                left.addAll(difference(number, old, now));
                taken.addAll(difference(number, now, old));
            }
        }
        Set<Integer> multiValued =
                after.values().entrySet().stream()
                        .filter(entry -> entry.getValue().size() > 1)
                        .map(Map.Entry::getKey)
                        .filter(
                                number -> {
                                    ProfileProperty property = known.get(number);
                                    return property != null && property.identifier();
                                })
                        .collect(Collectors.toUnmodifiableSet());
        return new ProfileEdit(after, Map.copyOf(before), taken, left, multiValued);
    }

    public boolean changesAnything() {
        return !before.isEmpty();
    }

    private static Set<Integer> numbers(Profile profile, Profile after) {
        Set<Integer> numbers = new TreeSet<>(profile.values().keySet());
        numbers.addAll(after.values().keySet());
        return numbers;
    }

    private static List<Identifier> difference(int number, List<String> some, List<String> others) {
        Set<String> without = new HashSet<>(others);
        return some.stream()
                .filter(value -> !without.contains(value))
                .map(value -> new Identifier(number, value))
                .toList();
    }
}
