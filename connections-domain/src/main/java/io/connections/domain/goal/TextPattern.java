package io.connections.domain.goal;

/// A compiled pattern that a person wrote. Implementations run in time linear in the text (no
/// catastrophic patterns); ports make them.
public interface TextPattern {
    String source();

    /// Whether the pattern is found anywhere in the text.
    boolean isFoundIn(String text);

    /// Every occurrence replaced; `$1` in the replacement is the first group.
    String replaceAll(String text, String replacement);
}
