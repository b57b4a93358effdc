package io.connections.domain.channel;

import io.connections.domain.kernel.Violation;
import java.util.Optional;

/// Narrows the pages of one channel on which a connection is active.
///
/// @param example the address of a page that whoever made the rule had in mind
public record ScopeRule(Effect effect, Condition condition, Optional<String> example) {
    public enum Effect {
        /// Only on pages that match.
        RESTRICT,
        /// Not on pages that match.
        EXCLUDE
    }

    public ScopeRule {
        if (example.flatMap(typed -> exampleViolation("", typed)).isPresent()) {
            throw new IllegalArgumentException("no address of a page: '%s'".formatted(example));
        }
    }

    public ScopeRule(Effect effect, Condition condition) {
        this(effect, condition, Optional.empty());
    }

    /// What keeps the text from being an example.
    public static Optional<Violation> exampleViolation(String pointer, String typed) {
        return switch (PageAddress.read(pointer, typed)) {
            case PageAddress.Read.Sound _ -> Optional.empty();
            case PageAddress.Read.Wrong(Violation violation) -> Optional.of(violation);
        };
    }
}
