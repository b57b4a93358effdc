package io.connections.application.consent;

import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.consent.KnownZones;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveColour;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.VisitorText;
import io.connections.domain.consent.Zone;
import io.connections.domain.kernel.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What somebody wants of an objective, unchecked.
///
/// @param zones where it needs consent, by code or name
/// @param title for visitors; absent: as it is
/// @param text for visitors; absent: as it is
/// @param colour absent: as it is
/// @param cleansUp absent: as it is
public record TypedObjective(
        String name,
        List<String> zones,
        Optional<String> title,
        Optional<String> text,
        Optional<ObjectiveColour> colour,
        Optional<Boolean> cleansUp) {
    private static final int MOST_ZONES = 200;

    public TypedObjective {
        zones = List.copyOf(zones);
    }

    /// @throws RequestInvalid when it is no objective, or none can be called so
    Objective checked(String id) {
        Optional<Violation> wrongId = ObjectiveId.violation("/id", id);
        // What else is wrong is said at once, so it is looked at under any id.
        ObjectiveId called = ObjectiveId.of(id).orElse(new ObjectiveId("x"));
        return checkedOver(new Objective(called, "", Set.of()), wrongId);
    }

    /// @throws RequestInvalid when it is no objective
    Objective checkedOver(Objective before) {
        return checkedOver(before, Optional.empty());
    }

    private Objective checkedOver(Objective before, Optional<Violation> wrongId) {
        List<Violation> violations = new ArrayList<>(wrongId.stream().toList());
        Objective objective =
                new Objective(
                        before.id(),
                        name.strip(),
                        zones(violations),
                        new VisitorText(
                                title.orElse(before.shown().title()),
                                text.orElse(before.shown().text())),
                        colour.orElse(before.colour()),
                        cleansUp.orElse(before.cleansUp()));
        violations.addAll(objective.violations());
        if (!violations.isEmpty()) {
            throw new RequestInvalid(violations);
        }
        return objective;
    }

    private Set<Zone> zones(List<Violation> violations) {
        Set<Zone> read = new HashSet<>();
        if (zones.size() > MOST_ZONES) {
            violations.add(
                    new Violation(
                            "/zones", "too-many", "Name %d zones at most.".formatted(MOST_ZONES)));
            return read;
        }
        for (int i = 0; i < zones.size(); i++) {
            String text = zones.get(i);
            KnownZones.violation("/zones/" + i, text).ifPresent(violations::add);
            KnownZones.of(text).ifPresent(read::add);
        }
        return read;
    }
}
