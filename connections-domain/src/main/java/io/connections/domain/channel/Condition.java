package io.connections.domain.channel;

import io.connections.domain.goal.TextPattern;
import io.connections.domain.kernel.Violation;
import java.util.Optional;

/// What has to be true of a page for a rule to match. Upper and lower case differ, as they do for
/// the servers that pages come from.
public sealed interface Condition {
    boolean holdsFor(Sights sights);

    /// @param text canonical, as pages' addresses are
    record Text(Comparison comparison, String text) implements Condition {
        public static final int MAX_LENGTH = 1_000;

        public Text {
            if (!text.equals(CanonicalText.of(text))
                    || RuleText.fault(comparison, text).isPresent()) {
                throw new IllegalArgumentException("no text of a rule: '%s'".formatted(text));
            }
        }

        /// @param typed by a person, free of [#violation]
        public static Text of(Comparison comparison, String typed) {
            return new Text(comparison, CanonicalText.of(typed));
        }

        /// What keeps the text from being looked for in pages' addresses.
        public static Optional<Violation> violation(
                String pointer, Comparison comparison, String typed) {
            return RuleText.fault(comparison, typed)
                    .map(fault -> new Violation(pointer, fault.code(), fault.message()));
        }

        @Override
        public boolean holdsFor(Sights sights) {
            return sights.have(comparison, text);
        }
    }

    /// Found anywhere, unless the pattern itself says where.
    record Pattern(TextPattern pattern) implements Condition {
        @Override
        public boolean holdsFor(Sights sights) {
            return sights.have(pattern);
        }
    }
}
