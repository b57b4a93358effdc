package io.connections.domain.discovery;

import io.connections.domain.catalog.ConnectionTypeId;
import java.util.List;
import java.util.Optional;

/// A system that a company may use, with or without a connection type of its own.
///
/// @param category as the gallery writes it, where the gallery has it: `Marketing`
/// @param scripts by which addresses a website gives it away; empty: none is known
/// @param type the shipped type that is made for it; absent: there is none yet
public record KnownSystem(
        SystemId id,
        String name,
        String vendor,
        String category,
        List<ScriptAddress> scripts,
        Optional<ConnectionTypeId> type) {
    public KnownSystem {
        scripts = List.copyOf(scripts);
    }
}
