package io.connections.domain.discovery;

import java.util.List;

/// A known system that a website uses.
///
/// @param evidence why that is concluded, at least one, as the page has them
public record Finding(KnownSystem system, List<Sighting> evidence) {
    public Finding {
        evidence = List.copyOf(evidence);
    }
}
