package io.connections.adapters.persistence.run;

import io.connections.domain.goal.ChunkDecision.LedgerEntry;
import io.connections.domain.goal.Disposition;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/// Remembers of every record that met a profile what it did there and what stood there before.
final class Ledger {
    private final LaneSession session;
    private final UUID run;
    private final UUID goal;

    Ledger(LaneSession session, LaneKey key) {
        this.session = session;
        this.run = key.run();
        this.goal = key.goalId();
    }

    void append(List<LedgerEntry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        session.copy(
                "copy profile_change"
                        + " (seq, profile_id, run_id, goal_id, record_no, disposition, before)",
                copy -> {
                    int seq = 0;
                    for (LedgerEntry entry : entries) {
                        copy.row(7);
                        copy.int4(++seq);
                        copy.uuid(entry.profile().value());
                        copy.uuid(run);
                        copy.uuid(goal);
                        copy.int8(entry.recordNumber());
                        copy.letter(letter(entry.disposition()));
                        if (entry.before().isEmpty()) {
                            copy.absent();
                        } else {
                            copy.jsonb(out -> ProfileDocuments.write(entry.before(), out));
                        }
                    }
                });
    }

    private static char letter(Disposition disposition) {
        return switch (disposition) {
            case CREATED -> 'C';
            case UPDATED -> 'U';
            case UNCHANGED -> 'N';
            case SKIPPED_FOR_CONSENT -> 'H';
            case SKIPPED_WITHOUT_MATCH, FILTERED, REJECTED ->
                    throw new IllegalStateException(disposition + " met no profile");
        };
    }
}
