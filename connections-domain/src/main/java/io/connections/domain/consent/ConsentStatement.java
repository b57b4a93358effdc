package io.connections.domain.consent;

import io.connections.domain.kernel.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What a person said about an objective, and when.
///
/// @param at when the person said it, not when we heard of it; in milliseconds
/// @param evidence where it came from. Which statement counts does not depend on it
public record ConsentStatement(
        ObjectiveId objective, Answer answer, Instant at, EvidenceId evidence) {
    /// How far another system's clock may be ahead of ours.
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    public ConsentStatement {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /// A person who has said neither is unknown, and has no statement.
    public enum Answer {
        GRANTED,
        REFUSED
    }

    /// Nobody alive said anything before.
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    /// What keeps a time from being that of a statement: one that lies ahead would win over all
    /// that a person says until then.
    public static Optional<Violation> violation(String pointer, Instant at, Instant now) {
        if (at.isBefore(EARLIEST)) {
            return Optional.of(
                    new Violation(
                            pointer,
                            "too-long-ago",
                            "Consent was not stated before 1900. Check the sender's clock."));
        }
        return at.isAfter(now.plus(TOLERANCE))
                ? Optional.of(
                        new Violation(
                                pointer,
                                "in-the-future",
                                "Consent cannot be stated in the future: %s is later than now (%s). Check the sender's clock and time zone."
                                        .formatted(at, now)))
                : Optional.empty();
    }

    /// Of two about one objective the later counts, whatever the order in which they arrive; of two
    /// at the same instant the refusal.
    ///
    /// @throws IllegalArgumentException when the other is about another objective
    public boolean isOverruledBy(ConsentStatement other) {
        if (!other.objective.equals(objective)) {
            throw new IllegalArgumentException(
                    "about %s and %s".formatted(objective.value(), other.objective.value()));
        }
        int order = other.at.compareTo(at);
        return order > 0
                || (order == 0 && answer == Answer.GRANTED && other.answer == Answer.REFUSED);
    }

    /// Whether both, about one objective, say the same, from wherever.
    public boolean repeats(ConsentStatement other) {
        return other.answer == answer && other.at.equals(at);
    }
}
