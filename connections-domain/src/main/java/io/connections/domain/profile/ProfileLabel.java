package io.connections.domain.profile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a profile is called in a list. The first of these that it has: a full name, first and last
/// name, an e-mail address, another identifier, the end of its id. Names are recognised by the
/// property's id (letters alone, case ignored), because no property is marked as one.
public final class ProfileLabel {
    private static final Set<String> FULL_NAME = Set.of("name", "fullname", "displayname");
    private static final Set<String> FIRST_NAME = Set.of("firstname", "givenname");
    private static final Set<String> LAST_NAME = Set.of("lastname", "surname", "familyname");
    private static final int ID_DIGITS = 12;

    private ProfileLabel() {}

    public static String of(Profile profile, List<ProfileProperty> properties) {
        return named(profile, properties, FULL_NAME)
                .or(() -> firstAndLast(profile, properties))
                .or(() -> email(profile, properties))
                .or(() -> identifier(profile, properties))
                .orElseGet(() -> endOf(profile.id()));
    }

    /// For a profile of which nothing else is left to say.
    public static String endOf(ProfileId id) {
        String text = id.value().toString();
        return "Profile " + text.substring(text.length() - ID_DIGITS);
    }

    private static Optional<String> firstAndLast(
            Profile profile, List<ProfileProperty> properties) {
        String both =
                Stream.of(FIRST_NAME, LAST_NAME)
                        .flatMap(words -> named(profile, properties, words).stream())
                        .collect(Collectors.joining(" "));
        return both.isEmpty() ? Optional.empty() : Optional.of(both);
    }

    private static Optional<String> named(
            Profile profile, List<ProfileProperty> properties, Set<String> words) {
        return properties.stream()
                .filter(property -> words.contains(letters(property.id())))
                .flatMap(property -> profile.values(property).stream())
                .findFirst();
    }

    private static Optional<String> email(Profile profile, List<ProfileProperty> properties) {
        return properties.stream()
                .filter(property -> property.type() instanceof PropertyType.Email)
                .flatMap(property -> profile.values(property).stream())
                .findFirst();
    }

    private static Optional<String> identifier(Profile profile, List<ProfileProperty> properties) {
        return profile.identifiers(properties).stream().map(Identifier::value).findFirst();
    }

    private static String letters(PropertyId id) {
        return id.key()
                .codePoints()
                .filter(Character::isLetter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
