package io.connections.domain.goal;

/// What the steps of one mapping row had to say about a record. Kept instead of thrown, because
/// dirty files have a bad value in every record.
final class Findings {
    private boolean filtered;
    private String badValue = "";
    private String reason = "";

    /// The record is not wanted.
    void filter() {
        filtered = true;
    }

    /// A value was left out because it is not what it should be; the first one is kept.
    ///
    /// @param why completes the sentence *the value …*
    void bad(String value, String why) {
        if (reason.isEmpty()) {
            badValue = value;
            reason = why;
        }
    }

    boolean filtered() {
        return filtered;
    }

    boolean hasBad() {
        return !reason.isEmpty();
    }

    String badValue() {
        return badValue;
    }

    String reason() {
        return reason;
    }

    void clear() {
        filtered = false;
        badValue = "";
        reason = "";
    }
}
