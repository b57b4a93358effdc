package io.connections.adapters.persistence.run;

import io.connections.application.run.port.ChunkConflict;
import io.connections.domain.goal.ChunkDecision;
import io.connections.domain.goal.ChunkDecision.LedgerEntry;
import io.connections.domain.goal.Disposition;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Notices that a profile is gone which a chunk leaves as it is. Others are noticed when they are
/// written. Takes no lock: a profile that is deleted while the chunk is committed was still there
/// when its record came.
final class ProfileDeletions {
    private final LaneSession session;

    ProfileDeletions(LaneSession session) {
        this.session = session;
    }

    /// To be read before the profiles are: what is deleted in between is then looked for in vain.
    long times() throws SQLException {
        PreparedStatement statement = session.prepared("select times from profile_deletions");
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    void check(ChunkDecision decision) throws SQLException, ChunkConflict {
        boolean leavesSome = decision.ledger().stream().anyMatch(ProfileDeletions::isUntouched);
        if (!leavesSome || times() == decision.asOf()) {
            return;
        }
        Object[] untouched =
                decision.ledger().stream()
                        .filter(ProfileDeletions::isUntouched)
                        .map(entry -> entry.profile().value())
                        .distinct()
                        .toArray();
        PreparedStatement statement =
                session.prepared("select count(*) from profile where id = any (?)");
        statement.setArray(1, session.array("uuid", untouched));
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            if (row.getInt(1) != untouched.length) {
                throw new ChunkConflict(
                        "%d of %d profiles were deleted by somebody else"
                                .formatted(untouched.length - row.getInt(1), untouched.length));
            }
        }
    }

    private static boolean isUntouched(LedgerEntry entry) {
        return entry.disposition() == Disposition.UNCHANGED
                || entry.disposition() == Disposition.SKIPPED_FOR_CONSENT;
    }
}
