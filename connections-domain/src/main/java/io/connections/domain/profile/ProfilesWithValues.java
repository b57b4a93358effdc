package io.connections.domain.profile;

import java.util.Locale;

/// How many profiles have values of a property, counted only as far as it matters to a person who
/// is about to delete them: among a hundred million, nobody waits for the last one.
///
/// @param exact whether counting came to the end; otherwise there may be more
public record ProfilesWithValues(long atLeast, boolean exact) {
    public static final ProfilesWithValues NONE = new ProfilesWithValues(0, true);

    public ProfilesWithValues {
        if (atLeast < 0) {
            throw new IllegalArgumentException("fewer than none: " + atLeast);
        }
    }

    public boolean mayBeAny() {
        return !equals(NONE);
    }

    /// The beginning of a sentence: `12 profiles have`.
    public String have() {
        if (atLeast == 0) {
            return exact ? "No profiles have" : "Profiles may have";
        }
        String many = exact ? "" : "At least ";
        return many
                + String.format(
                        Locale.ENGLISH,
                        "%,d %s",
                        atLeast,
                        atLeast == 1 ? "profile has" : "profiles have");
    }
}
