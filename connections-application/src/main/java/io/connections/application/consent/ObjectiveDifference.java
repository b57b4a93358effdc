package io.connections.application.consent;

import io.connections.domain.audit.Change;
import io.connections.domain.consent.KnownZone;
import io.connections.domain.consent.KnownZones;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveColour;
import io.connections.domain.consent.Zone;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is not as it was, in words for a person.
final class ObjectiveDifference {
    private ObjectiveDifference() {}

    static List<Change> ofNew(Objective made) {
        return between(Optional.empty(), made);
    }

    static List<Change> between(Objective before, Objective after) {
        return between(Optional.of(before), after);
    }

    private static List<Change> between(Optional<Objective> before, Objective after) {
        return Stream.of(
                        changed("Name", before.map(Objective::name), after.name()),
                        changed(
                                "Consent needed in",
                                before.map(one -> names(one.zones())),
                                names(after.zones())),
                        changed(
                                "Title for visitors",
                                before.map(one -> one.shown().title()),
                                after.shown().title()),
                        changed(
                                "Text for visitors",
                                before.map(one -> one.shown().text()),
                                after.shown().text()),
                        changed(
                                "Colour",
                                before.map(one -> word(one.colour())),
                                word(after.colour())),
                        changed(
                                "When somebody refuses",
                                Optional.of(
                                        cleansUp(before.filter(Objective::cleansUp).isPresent())),
                                cleansUp(after.cleansUp())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Change> changed(String what, Optional<String> before, String after) {
        String was = before.orElse("");
        return was.equals(after) ? Optional.empty() : Optional.of(Change.of(what, was, after));
    }

    static String name(Zone zone) {
        return KnownZones.about(zone).map(KnownZone::name).orElse(zone.code());
    }

    private static String names(Set<Zone> zones) {
        return zones.isEmpty()
                ? "no zone"
                : zones.stream()
                        .map(ObjectiveDifference::name)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static String cleansUp(boolean does) {
        return does ? "clear what only this objective justified" : "keep the values";
    }

    private static String word(ObjectiveColour colour) {
        return colour.word();
    }
}
