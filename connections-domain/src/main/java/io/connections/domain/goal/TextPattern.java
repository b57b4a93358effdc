package io.connections.domain.goal;

import java.util.Optional;

/// A compiled pattern that a person wrote. Implementations run in time linear in the text (no
/// catastrophic patterns); ports make them.
public interface TextPattern {
    String source();

    /// Whether the pattern is found anywhere in the text.
    boolean isFoundIn(String text);

    /// Every occurrence replaced; `$1` in the replacement is the first group.
    ///
    /// @param replacement without a [#faultOf]
    /// @throws StepLimits.Exceeded as soon as the result is longer than a value may be
    String replaceAll(String text, String replacement);

    /// What is wrong with a replacement, such as a group that the pattern does not have; empty when
    /// it can be used.
    Optional<String> faultOf(String replacement);
}
