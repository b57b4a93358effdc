package io.connections.domain.visitor;

import java.util.Optional;

/// One browser on one site, as the tag named it: 22 letters of base64url, 128 random bits. Who
/// knows it can speak for it, so nothing about a person is answered to it.
public record VisitorId(String value) {
    public static final int LENGTH = 22;

    public VisitorId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("no id of a visitor");
        }
    }

    public static Optional<VisitorId> of(String text) {
        return isOne(text) ? Optional.of(new VisitorId(text)) : Optional.empty();
    }

    /// The same on every replica: what one visitor did stays in order while others go on beside it.
    ///
    /// @param stripes how many there are
    /// @return from 0
    public int stripe(int stripes) {
        return Math.floorMod(value.hashCode(), stripes);
    }

    private static boolean isOne(String text) {
        return text.length() == LENGTH && TagLetters.spell(text);
    }
}
