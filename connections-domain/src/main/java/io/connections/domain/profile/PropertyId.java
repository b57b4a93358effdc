package io.connections.domain.profile;

import java.util.Locale;

/// The fixed name of a property in mappings and in the API: 1 to 64 letters, digits, `-` and `_`.
public record PropertyId(String value) {
    public PropertyId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "a property's id is 1 to 64 letters, digits, - and _, not '%s'"
                            .formatted(value));
        }
    }

    public static boolean isValid(String text) {
        if (text.isEmpty() || text.length() > 64) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean allowed =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || c == '-'
                            || c == '_';
            if (!allowed) {
                return false;
            }
        }
        return true;
    }

    /// Ids that differ in case alone would confuse people, so this is what must be unique.
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }
}
