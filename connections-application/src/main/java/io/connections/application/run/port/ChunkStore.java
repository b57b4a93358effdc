package io.connections.application.run.port;

import io.connections.domain.goal.ChunkDecision;
import io.connections.domain.goal.KnownProfiles;
import io.connections.domain.profile.Identifier;
import java.util.Collection;

/// Where chunks are written: effects, counts, ledger, rejected records and position in one
/// transaction.
public interface ChunkStore {
    /// A lane's own way to the store, for one thread at a time.
    ///
    /// @param goal ordinal of the goal in the run
    LaneStore open(Lease lease, int goal, int lane);

    interface LaneStore extends AutoCloseable {
        /// Owners of these identifiers, as they are now. Takes no lock: the version that is read
        /// decides when the chunk is written.
        KnownProfiles lookUp(Collection<Identifier> identifiers);

        /// Writes all that a chunk does, or nothing. Repeating it after [StoreUnavailable] is safe:
        /// what was committed is noticed by the lane's position.
        ///
        /// @throws FenceLost when the share was taken over
        /// @throws ChunkConflict when a profile that it changes was changed since the look-up, one
        ///     that it met is gone, or an identifier was given to another
        /// @throws ChunkRefused when something in the chunk cannot be stored
        Answer write(ChunkDecision decision, Step step) throws ChunkConflict, ChunkRefused;

        @Override
        void close();
    }

    enum Answer {
        COMMITTED,
        /// A person asked the run to stop; nothing was written.
        STOP_REQUESTED
    }

    /// @param from where the lane stood before
    /// @param to where it stands once the chunk is committed
    record Step(LanePosition from, LanePosition to) {}
}
