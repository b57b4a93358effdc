package io.connections.adapters.persistence.run;

import io.connections.application.run.port.LanePosition;
import io.connections.application.run.port.Lease;
import io.connections.application.run.port.RecordSource.Part;
import io.connections.application.run.port.RecordSource.Proof;
import io.connections.application.run.port.RunJournal.GoalEnd;
import io.connections.application.run.port.RunJournal.GoalProgress;
import io.connections.application.run.port.RunJournal.PartProgress;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.goal.Counts;
import io.connections.domain.goal.LeftOut;
import io.connections.domain.run.RunProblem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What each goal of a run has fixed, how far it has come, and how it ended.
final class GoalsOfRun {
    private final FencedTransactions transactions;

    GoalsOfRun(FencedTransactions transactions) {
        this.transactions = transactions;
    }

    GoalProgress begin(Lease lease, int goal, int lanes, List<Part> parts) {
        return transactions.run(
                lease,
                sql -> {
                    int begun =
                            sql.update(
                                    """
                                    update run_goal set lanes = ?, state = 'RUNNING'
                                    where run_id = ? and ordinal = ? and lanes is null
                                    """,
                                    lanes,
                                    lease.run().value(),
                                    goal);
                    if (begun == 1) {
                        fix(lease, goal, lanes, parts, sql);
                    }
                    return reached(lease, goal, sql);
                });
    }

    EvidenceId evidence(Lease lease, int goal) {
        UUID run = lease.run().value();
        UUID goalId = lease.goal(goal).value();
        return transactions.run(
                lease,
                sql -> {
                    sql.update(
                            """
                            insert into consent_evidence (run_id, goal_id) values (?, ?)
                            on conflict (run_id, goal_id) do nothing
                            """,
                            run,
                            goalId);
                    return sql.find(
                                    row -> new EvidenceId(row.getLong(1)),
                                    "select id from consent_evidence where run_id = ? and goal_id = ?",
                                    run,
                                    goalId)
                            .orElseThrow();
                });
    }

    private static void fix(Lease lease, int goal, int lanes, List<Part> parts, Sql sql)
            throws SQLException {
        sql.update(
                """
                insert into run_file (run_id, ordinal, part, path, size, modified, state)
                select ?, ?, place - 1, path, size, modified, 'WAITING'
                from unnest(?::text[], ?::bigint[], ?::timestamptz[])
                  with ordinality as listed (path, size, modified, place)
                """,
                lease.run().value(),
                goal,
                PartColumns.paths(parts),
                PartColumns.sizes(parts),
                PartColumns.times(parts));
        sql.update(
                """
                insert into run_lane (run_id, ordinal, share, lane)
                select ?, ?, ?, generate_series(0, ?)
                """,
                lease.run().value(),
                goal,
                lease.share().share(),
                lanes - 1);
    }

    /// A goal that goes on has no problem any more.
    Optional<GoalProgress> resume(Lease lease, int goal) {
        return transactions.run(
                lease,
                sql -> {
                    int resumed =
                            sql.update(
                                    """
                                    update run_goal set state = 'RUNNING', problem_code = null,
                                      problem_message = null, problem_remedy = null,
                                      problem_technical = null, resumable = true
                                    where run_id = ? and ordinal = ? and lanes is not null
                                    """,
                                    lease.run().value(),
                                    goal);
                    return resumed == 0 ? Optional.empty() : Optional.of(reached(lease, goal, sql));
                });
    }

    private static GoalProgress reached(Lease lease, int goal, Sql sql) throws SQLException {
        List<PartProgress> parts =
                sql.list(
                        GoalsOfRun::part,
                        "select * from run_file where run_id = ? and ordinal = ? order by part",
                        lease.run().value(),
                        goal);
        List<LaneRow> lanes =
                sql.list(
                        GoalsOfRun::lane,
                        """
                        select * from run_lane where run_id = ? and ordinal = ? and share = ?
                        order by lane
                        """,
                        lease.run().value(),
                        goal,
                        lease.share().share());
        return new GoalProgress(
                parts,
                lanes.stream().map(LaneRow::position).toList(),
                lanes.stream().map(LaneRow::counts).reduce(Counts.NONE, Counts::plus),
                lanes.stream().map(LaneRow::leftOut).reduce(LeftOut.NOTHING, LeftOut::plus));
    }

    private record LaneRow(LanePosition position, Counts counts, LeftOut leftOut) {}

    private static LaneRow lane(ResultSet row) throws SQLException {
        return new LaneRow(
                position(row),
                new Counts(
                        row.getLong("created"),
                        row.getLong("updated"),
                        row.getLong("unchanged"),
                        row.getLong("skipped_for_consent"),
                        row.getLong("skipped_without_match"),
                        row.getLong("filtered"),
                        row.getLong("rejected")),
                new LeftOut(List.of((Long[]) row.getArray("left_out").getArray())));
    }

    private static PartProgress part(ResultSet row) throws SQLException {
        return new PartProgress(
                new Part(
                        row.getString("path"),
                        row.getLong("size"),
                        row.getObject("modified", OffsetDateTime.class).toInstant()),
                row.getString("state").equals("FINISHED"),
                row.getLong("records"),
                row.getBoolean("concluded"));
    }

    private static LanePosition position(ResultSet row) throws SQLException {
        long bytes = row.getLong("proof_bytes");
        return new LanePosition(
                row.getInt("part"),
                row.getLong("position"),
                Optional.ofNullable(row.getString("proof_sha256"))
                        .map(sha256 -> new Proof(bytes, sha256)));
    }

    void end(Lease lease, int goal, GoalEnd end) {
        Optional<RunProblem> problem =
                end instanceof GoalEnd.Failed(RunProblem why, _)
                        ? Optional.of(why)
                        : Optional.empty();
        boolean resumable = !(end instanceof GoalEnd.Failed(_, boolean may)) || may;
        String state =
                switch (end) {
                    case GoalEnd.Finished() -> "FINISHED";
                    case GoalEnd.Stopped() -> "STOPPED";
                    case GoalEnd.Failed _ -> "FAILED";
                };
        transactions.run(
                lease,
                sql ->
                        sql.update(
                                """
                                update run_goal set state = ?, problem_code = ?,
                                  problem_message = ?, problem_remedy = ?, problem_technical = ?,
                                  resumable = ?
                                where run_id = ? and ordinal = ?
                                """,
                                state,
                                problem.map(RunProblem::code),
                                problem.map(RunProblem::message),
                                problem.map(RunProblem::remedy),
                                problem.flatMap(RunProblem::technical),
                                resumable,
                                lease.run().value(),
                                goal));
    }
}
