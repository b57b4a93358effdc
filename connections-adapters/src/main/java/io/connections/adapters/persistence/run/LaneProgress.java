package io.connections.adapters.persistence.run;

import io.connections.application.run.port.ChunkStore.Step;
import io.connections.application.run.port.FenceLost;
import io.connections.application.run.port.LanePosition;
import io.connections.application.run.port.RecordSource.Proof;
import io.connections.domain.goal.Counts;
import io.connections.domain.goal.LeftOut;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

/// How far a lane has come, whether it may go on, and what each of its chunks counted.
final class LaneProgress {
    private final LaneSession session;
    private final LaneKey key;

    LaneProgress(LaneSession session, LaneKey key) {
        this.session = session;
        this.key = key;
    }

    /// Locks the share's row, so that whoever takes it over waits for this transaction. Lanes do
    /// not wait for one another.
    boolean stopRequested() throws SQLException {
        PreparedStatement statement =
                session.prepared(
                        """
                        select s.fence, r.stop_requested
                        from run_share s join run r on r.id = s.run_id
                        where s.run_id = ? and s.share = ? for share of s
                        """);
        statement.setObject(1, key.run());
        statement.setInt(2, key.share());
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next() || row.getLong(1) != key.lease().fence()) {
                throw new FenceLost(key.lease().share());
            }
            return row.getBoolean(2);
        }
    }

    /// @return false when this very chunk is committed already, by an attempt whose answer was lost
    boolean advance(Counts counts, Step step) throws SQLException {
        PreparedStatement statement =
                session.prepared(
                        """
                        update run_lane set part = ?, position = ?, proof_bytes = ?,
                          proof_sha256 = ?, read = read + ?, created = created + ?,
                          updated = updated + ?, unchanged = unchanged + ?,
                          skipped_for_consent = skipped_for_consent + ?,
                          skipped_without_match = skipped_without_match + ?,
                          filtered = filtered + ?, rejected = rejected + ?
                        where run_id = ? and ordinal = ? and share = ? and lane = ?
                          and part = ? and position = ?
                        """);
        LanePosition to = step.to();
        statement.setInt(1, to.part());
        statement.setLong(2, to.number());
        statement.setObject(3, to.proof().map(Proof::bytes).orElse(null), Types.BIGINT);
        statement.setString(4, to.proof().map(Proof::sha256).orElse(null));
        setCounts(statement, 5, counts);
        key.set(statement, 13);
        statement.setInt(17, step.from().part());
        statement.setLong(18, step.from().number());
        if (statement.executeUpdate() == 1) {
            return true;
        }
        if (standsAt(to)) {
            return false;
        }
        throw new IllegalStateException(
                "lane %d does not stand at %s".formatted(key.lane(), step.from()));
    }

    private boolean standsAt(LanePosition position) throws SQLException {
        PreparedStatement statement =
                session.prepared(
                        """
                        select part, position from run_lane
                        where run_id = ? and ordinal = ? and share = ? and lane = ?
                        """);
        key.set(statement, 1);
        try (ResultSet row = statement.executeQuery()) {
            return row.next()
                    && row.getInt(1) == position.part()
                    && row.getLong(2) == position.number();
        }
    }

    void noteLeftOut(LeftOut leftOut) throws SQLException {
        if (leftOut.equals(LeftOut.NOTHING)) {
            return;
        }
        PreparedStatement statement =
                session.prepared(
                        """
                        update run_lane l set left_out = (
                          select array_agg(coalesce(had, 0) + coalesce(more, 0) order by place)
                          from unnest(l.left_out, ?) with ordinality as rows (had, more, place))
                        where run_id = ? and ordinal = ? and share = ? and lane = ?
                        """);
        statement.setArray(1, session.array("int8", leftOut.records().toArray()));
        key.set(statement, 2);
        statement.executeUpdate();
    }

    /// A row for the chunk by itself: the rate of a run is read from these.
    void noteChunk(Counts counts, Step step) throws SQLException {
        PreparedStatement statement =
                session.prepared(
                        """
                        insert into run_chunk (read, created, updated, unchanged,
                          skipped_for_consent, skipped_without_match, filtered, rejected,
                          run_id, ordinal, share, lane, bytes)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """);
        setCounts(statement, 1, counts);
        key.set(statement, 9);
        statement.setLong(13, step.to().proof().map(Proof::bytes).orElse(0L));
        statement.executeUpdate();
    }

    private static void setCounts(PreparedStatement statement, int first, Counts counts)
            throws SQLException {
        statement.setLong(first, counts.read());
        statement.setLong(first + 1, counts.created());
        statement.setLong(first + 2, counts.updated());
        statement.setLong(first + 3, counts.unchanged());
        statement.setLong(first + 4, counts.skippedForConsent());
        statement.setLong(first + 5, counts.skippedWithoutMatch());
        statement.setLong(first + 6, counts.filtered());
        statement.setLong(first + 7, counts.rejected());
    }
}
