package io.connections.domain.kernel;

import java.util.ArrayList;
import java.util.List;

/// What all names that people give have in common: they stand on one line, and something of them
/// shows. Marks that turn the direction of writing are in many a right name.
public final class Naming {
    private Naming() {}

    /// @param ofWhat as people are asked for it: `the connection`
    /// @param most characters
    public static List<Violation> violations(String pointer, String name, String ofWhat, int most) {
        List<Violation> found = new ArrayList<>();
        if (VisibleText.showsNothing(name)) {
            found.add(
                    new Violation(
                            pointer,
                            "required",
                            "Give %s a name%s."
                                    .formatted(
                                            ofWhat,
                                            name.isBlank() ? "" : " of which something shows")));
        } else if (VisibleText.leavesTheLine(name)) {
            found.add(
                    new Violation(
                            pointer,
                            "control-character",
                            "A name stands on one line, without control characters such as tabs."));
        }
        if (name.length() > most) {
            found.add(
                    new Violation(
                            pointer,
                            "too-long",
                            "A name has at most %d characters.".formatted(most)));
        }
        return found;
    }
}
