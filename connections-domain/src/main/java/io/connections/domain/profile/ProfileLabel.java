package io.connections.domain.profile;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a profile is called in a list. The first of these that it has: a full name, first and last
/// name, an e-mail address, a number or another identifier, a phone number, any other value, the
/// end of its id; among these, what machines made up comes last. Names are recognised by the
/// property's id (letters alone, case ignored), because no property is marked as one.
public final class ProfileLabel {
    private static final Set<String> FULL_NAME = Set.of("name", "fullname", "displayname");
    private static final Set<String> FIRST_NAME = Set.of("firstname", "givenname");
    private static final Set<String> LAST_NAME = Set.of("lastname", "surname", "familyname");
    private static final int ID_DIGITS = 12;
    private static final int UUID_LENGTH = 36;
    private static final Set<Integer> UUID_DASHES = Set.of(8, 13, 18, 23);

    private ProfileLabel() {}

    public static String of(Profile profile, List<ProfileProperty> properties) {
        return named(profile, properties, FULL_NAME)
                .or(() -> firstAndLast(profile, properties))
                .or(() -> first(profile, properties, ProfileLabel::isEmail))
                .or(() -> first(profile, properties, p -> p.identifier() && !isPhone(p)))
                .or(() -> first(profile, properties, ProfileLabel::isPhone))
                .or(() -> first(profile, properties, _ -> true))
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
        return first(profile, properties, property -> words.contains(letters(property.id())));
    }

    private static Optional<String> first(
            Profile profile, List<ProfileProperty> properties, Predicate<ProfileProperty> wanted) {
        return properties.stream()
                .filter(wanted)
                .flatMap(property -> profile.values(property).stream())
                .min(Comparator.comparing(ProfileLabel::isMadeByMachines));
    }

    private static boolean isEmail(ProfileProperty property) {
        return property.type() instanceof PropertyType.Email;
    }

    private static boolean isPhone(ProfileProperty property) {
        return property.type() instanceof PropertyType.Phone;
    }

    /// A UUID tells people nothing.
    private static boolean isMadeByMachines(String value) {
        return value.length() == UUID_LENGTH
                && IntStream.range(0, UUID_LENGTH)
                        .allMatch(
                                i ->
                                        UUID_DASHES.contains(i)
                                                ? value.charAt(i) == '-'
                                                : Character.digit(value.charAt(i), 16) >= 0);
    }

    private static String letters(PropertyId id) {
        return id.key()
                .codePoints()
                .filter(Character::isLetter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
