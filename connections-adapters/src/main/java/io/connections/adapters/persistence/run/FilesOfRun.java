package io.connections.adapters.persistence.run;

import io.connections.application.run.port.Lease;
import io.connections.application.run.port.RecordSource.Layout;
import io.connections.application.run.port.RecordSource.Part;
import io.connections.application.run.port.RecordSource.Proof;
import io.connections.domain.run.Trigger;
import java.util.List;

/// What became of the files that a run reads, and which files no scheduled run reads again.
final class FilesOfRun {
    private final FencedTransactions transactions;

    FilesOfRun(FencedTransactions transactions) {
        this.transactions = transactions;
    }

    List<Part> alreadyFinished(Lease lease, int goal, List<Part> parts) {
        return transactions.run(
                lease,
                sql ->
                        sql.list(
                                row -> parts.get(row.getInt(1) - 1),
                                """
                                select listed.place
                                from unnest(?::text[], ?::bigint[], ?::timestamptz[])
                                  with ordinality as listed (path, size, modified, place)
                                join finished_file using (path, size, modified)
                                where connection_id = ? and goal_id = ?
                                order by listed.place
                                """,
                                PartColumns.paths(parts),
                                PartColumns.sizes(parts),
                                PartColumns.times(parts),
                                lease.order().connection().value(),
                                lease.goal(goal).value()));
    }

    /// Opened again by whoever goes on, and no later than the part's first chunk on the disk.
    void opened(Lease lease, int goal, int part, Layout layout) {
        updateSoon(
                lease,
                """
                update run_file set state = 'READING', layout = ?::jsonb
                where run_id = ? and ordinal = ? and part = ? and state <> 'FINISHED'
                """,
                Layouts.write(layout),
                lease.run().value(),
                goal,
                part);
    }

    /// Written again by whoever goes on, and no later than the first of these records.
    void layoutChanged(Lease lease, int goal, int part, long from, Layout layout) {
        updateSoon(
                lease,
                """
                insert into run_layout (run_id, ordinal, part, number, layout)
                values (?, ?, ?, ?, ?::jsonb)
                on conflict (run_id, ordinal, part, number) do update set layout = excluded.layout
                """,
                lease.run().value(),
                goal,
                part,
                from,
                Layouts.write(layout));
    }

    void changed(Lease lease, int goal, int part) {
        transactions.run(
                lease,
                sql ->
                        sql.update(
                                """
                                update run_file set state = 'CHANGED'
                                where run_id = ? and ordinal = ? and part = ?
                                """,
                                lease.run().value(),
                                goal,
                                part));
    }

    /// Where it is lost, the part is concluded again, which does no harm.
    void concluded(Lease lease, int goal, int part) {
        updateSoon(
                lease,
                """
                update run_file set concluded = true
                where run_id = ? and ordinal = ? and part = ?
                """,
                lease.run().value(),
                goal,
                part);
    }

    private void updateSoon(Lease lease, String statement, Object... parameters) {
        transactions.runSoon(lease, sql -> sql.update(statement, parameters));
    }

    void finished(Lease lease, int goal, int part, long records, Proof whole) {
        transactions.run(
                lease,
                sql -> {
                    sql.update(
                            """
                            update run_file set state = 'FINISHED', records = ?, sha256 = ?
                            where run_id = ? and ordinal = ? and part = ?
                            """,
                            records,
                            whole.sha256(),
                            lease.run().value(),
                            goal,
                            part);
                    // A replay reads a person's upload, which is no file of the other system.
                    if (lease.order().trigger() instanceof Trigger.Replay) {
                        return 0;
                    }
                    return sql.update(
                            """
                            insert into finished_file (connection_id, goal_id, path, size, modified,
                              sha256, run_id)
                            select ?, ?, path, size, modified, sha256, run_id from run_file
                            where run_id = ? and ordinal = ? and part = ?
                            on conflict (connection_id, goal_id, path, size, modified) do update
                              set sha256 = excluded.sha256, run_id = excluded.run_id,
                                finished_at = excluded.finished_at
                            """,
                            lease.order().connection().value(),
                            lease.goal(goal).value(),
                            lease.run().value(),
                            goal,
                            part);
                });
    }
}
