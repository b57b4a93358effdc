package io.connections.domain.discovery;

/// One thing that speaks for a proposal, or that it cannot do yet, in a sentence.
public record Reason(Verdict kind, String message) {
    public enum Verdict {
        /// The type is made for a system that was named.
        MADE_FOR_SYSTEM,
        /// The type serves systems that have none of their own.
        SERVES_ANY_SYSTEM,
        /// It does what is wished.
        MEETS_WISH,
        /// It is as fresh as is wished, or fresher.
        FRESH_ENOUGH,
        /// It does not do yet what is wished.
        LACKS_WISH,
        /// It is not as fresh as is wished.
        NOT_FRESH_ENOUGH
    }
}
