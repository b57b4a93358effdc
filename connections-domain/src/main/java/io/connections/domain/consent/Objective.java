package io.connections.domain.consent;

import io.connections.domain.kernel.Naming;
import io.connections.domain.kernel.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A purpose that a person can consent to.
///
/// @param zones where it needs consent
/// @param shown to visitors who are asked for it
/// @param cleansUp whether what only it justified is taken from the profile of whoever refuses it
public record Objective(
        ObjectiveId id,
        String name,
        Set<Zone> zones,
        VisitorText shown,
        ObjectiveColour colour,
        boolean cleansUp) {
    public static final int MAX_NAME = 100;

    public Objective {
        zones = Set.copyOf(zones);
    }

    /// One that leaves what it brought.
    public Objective(
            ObjectiveId id,
            String name,
            Set<Zone> zones,
            VisitorText shown,
            ObjectiveColour colour) {
        this(id, name, zones, shown, colour, false);
    }

    /// One of which nobody is shown anything.
    public Objective(ObjectiveId id, String name, Set<Zone> zones) {
        this(id, name, zones, VisitorText.NONE, ObjectiveColour.GREY, false);
    }

    /// What keeps it from being kept, pointed at in the request.
    public List<Violation> violations() {
        List<Violation> found =
                new ArrayList<>(Naming.violations("/name", name, "the objective", MAX_NAME));
        found.addAll(shown.violations("/title", "/text"));
        return found;
    }
}
