package io.connections.domain.visitor;

import java.util.Optional;

/// Names one event of one visitor, however often it is sent: 1 to 40 letters of base64url.
public record EventId(String value) {
    public static final int MAX_LENGTH = 40;

    public EventId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("no id of an event");
        }
    }

    public static Optional<EventId> of(String text) {
        return isOne(text) ? Optional.of(new EventId(text)) : Optional.empty();
    }

    private static boolean isOne(String text) {
        return !text.isEmpty() && text.length() <= MAX_LENGTH && TagLetters.spell(text);
    }
}
