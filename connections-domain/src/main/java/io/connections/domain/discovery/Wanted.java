package io.connections.domain.discovery;

import java.util.List;
import java.util.Set;

/// What somebody answered the wizard.
///
/// @param systems what the company uses and is known here
/// @param others what it uses besides, by name
public record Wanted(
        List<KnownSystem> systems, List<String> others, Set<Wish> wishes, Freshness freshness) {
    public Wanted {
        systems = List.copyOf(systems);
        others = List.copyOf(others);
        wishes = Set.copyOf(wishes);
    }
}
