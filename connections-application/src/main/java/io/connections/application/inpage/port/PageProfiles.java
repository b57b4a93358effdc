package io.connections.application.inpage.port;

import io.connections.application.inpage.PageTally;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.goal.ChunkDecision;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.KnownProfiles;
import io.connections.domain.profile.Identifier;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/// Profiles of those who look at pages. Called inside a
/// [io.connections.application.kernel.port.UnitOfWork].
public interface PageProfiles {
    /// One look-up for all of them. Takes no locks.
    Uni<KnownProfiles> owners(Collection<Identifier> identifiers);

    /// Writes profiles, identifiers, consent and the ledger, whatever their number in a handful of
    /// statements.
    ///
    /// Fails with [io.connections.domain.profile.ProfileChanged] when a profile or an identifier is
    /// no longer as it was read.
    ///
    /// @param name of the connection, for people
    Uni<Void> write(ConnectionId connection, String name, GoalId goal, ChunkDecision decision);

    /// Adds to what the connection did on a day. One that is gone is passed over.
    Uni<Void> count(ConnectionId connection, LocalDate day, PageTally tally);

    /// What it did on each day of the last so many on which it did anything.
    ///
    /// @param from the first day that counts
    Uni<Map<LocalDate, PageTally>> tallies(ConnectionId connection, LocalDate from);
}
