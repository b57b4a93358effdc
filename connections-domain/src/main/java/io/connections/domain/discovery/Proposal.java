package io.connections.domain.discovery;

import io.connections.domain.catalog.ConnectionType;
import java.util.List;
import java.util.Set;

/// A type to make connections of, with what speaks for it.
///
/// @param fits whether it does at least one thing that is wished
/// @param universal whether it serves systems that have no type of their own
/// @param connections those to make of it, one a system
/// @param can all that connections of it do, wished or not
/// @param gaps what of the wishes it does not do yet
/// @param credentials what to have at hand for each of the connections
public record Proposal(
        ConnectionType type,
        boolean fits,
        boolean universal,
        List<Suggested> connections,
        Set<Wish> can,
        List<Reason> reasons,
        List<Reason> gaps,
        List<Credential> credentials) {
    public Proposal {
        connections = List.copyOf(connections);
        can = Set.copyOf(can);
        reasons = List.copyOf(reasons);
        gaps = List.copyOf(gaps);
        credentials = List.copyOf(credentials);
    }

    /// A connection that could be made.
    ///
    /// @param system what it would be for, by name
    /// @param name what it could be called
    public record Suggested(String system, String name) {}
}
