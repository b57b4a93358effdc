package io.connections.domain.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The systems that the product knows, and the types that serve the others.
///
/// @param systems by name
/// @param universal the one to prefer first
public record Vocabulary(List<KnownSystem> systems, List<Universal> universal) {
    /// More of one system proves nothing more.
    private static final int MAX_EVIDENCE = 5;

    public Vocabulary {
        systems = List.copyOf(systems);
        universal = List.copyOf(universal);
    }

    public Optional<KnownSystem> find(SystemId id) {
        return systems.stream().filter(system -> system.id().equals(id)).findFirst();
    }

    /// By name, in any case.
    public Optional<KnownSystem> named(String name) {
        return systems.stream()
                .filter(system -> system.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    /// In alphabetical order.
    public List<String> categories() {
        return systems.stream().map(KnownSystem::category).distinct().sorted().toList();
    }

    /// @param part of name, vendor or category; empty: any
    /// @param category empty: any
    public List<KnownSystem> search(String part, String category) {
        String wanted = part.strip().toLowerCase(Locale.ROOT);
        return systems.stream()
                .filter(
                        system ->
                                category.isBlank()
                                        || system.category().equalsIgnoreCase(category.strip()))
                .filter(
                        system ->
                                Stream.of(system.name(), system.vendor(), system.category())
                                        .anyMatch(
                                                words ->
                                                        words.toLowerCase(Locale.ROOT)
                                                                .contains(wanted)))
                .toList();
    }

    /// The systems that a page gives away, by name.
    public List<Finding> recognise(List<Sighting> sightings) {
        List<Finding> found = new ArrayList<>();
        for (KnownSystem system : systems) {
            List<Sighting> evidence =
                    sightings.stream()
                            .filter(sighting -> givesAway(sighting, system))
                            .distinct()
                            .limit(MAX_EVIDENCE)
                            .toList();
            if (!evidence.isEmpty()) {
                found.add(new Finding(system, evidence));
            }
        }
        return found;
    }

    /// A hint has no path: it tells only where a host is one system's alone.
    private boolean givesAway(Sighting sighting, KnownSystem system) {
        return switch (sighting.place()) {
            case CONNECTION_HINT ->
                    isOnHostOf(system, sighting.address())
                            && systems.stream()
                                    .noneMatch(
                                            other ->
                                                    !other.id().equals(system.id())
                                                            && isOnHostOf(
                                                                    other, sighting.address()));
            case SCRIPT, INLINE_SCRIPT, NOSCRIPT_IMAGE, NOSCRIPT_FRAME ->
                    system.scripts().stream()
                            .anyMatch(script -> script.matches(sighting.address()));
        };
    }

    private static boolean isOnHostOf(KnownSystem system, WebAddress address) {
        return system.scripts().stream().anyMatch(script -> script.isOnHost(address));
    }
}
