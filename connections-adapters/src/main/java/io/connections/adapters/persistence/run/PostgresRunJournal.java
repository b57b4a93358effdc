package io.connections.adapters.persistence.run;

import io.connections.application.run.port.FenceLost;
import io.connections.application.run.port.LanePosition;
import io.connections.application.run.port.Lease;
import io.connections.application.run.port.Lease.GoalStep;
import io.connections.application.run.port.RecordSource.Layout;
import io.connections.application.run.port.RecordSource.Part;
import io.connections.application.run.port.RecordSource.Proof;
import io.connections.application.run.port.RunJournal;
import io.connections.application.run.port.ShareKey;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.goal.GoalId;
import io.connections.domain.kernel.Version;
import io.connections.domain.run.Run;
import io.connections.domain.run.RunId;
import io.connections.domain.run.RunProblem;
import io.connections.domain.run.Trigger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

@Singleton
public final class PostgresRunJournal implements RunJournal {
    private final Transactions transactions;

    @Inject
    public PostgresRunJournal(DataSource dataSource) {
        this.transactions = new Transactions(dataSource);
    }

    /// The share's row is locked, so that whoever takes it over waits for this transaction.
    private <T> T fenced(Lease lease, Transactions.Work<T> work) {
        return transactions.run(
                sql -> {
                    boolean ours =
                            sql.exists(
                                    """
                                    select 1 from run_share
                                    where run_id = ? and share = ? and fence = ? for share
                                    """,
                                    run(lease),
                                    lease.share().share(),
                                    lease.fence());
                    if (!ours) {
                        throw new FenceLost(lease.share());
                    }
                    return work.in(sql);
                });
    }

    @Override
    public List<ShareKey> openShares() {
        return transactions.run(
                sql -> {
                    sql.update(
                            """
                            insert into run_share (run_id, share)
                            select id, 0 from run where state = 'QUEUED'
                            on conflict (run_id, share) do update set open = true
                              where not run_share.open
                            """);
                    return sql.list(
                            row ->
                                    new ShareKey(
                                            new RunId(row.getObject(1, UUID.class)), row.getInt(2)),
                            """
                            select s.run_id, s.share
                            from run r join run_share s on s.run_id = r.id
                            where r.state in ('QUEUED', 'RUNNING') and s.open
                            order by r.created_at, s.share
                            """);
                });
    }

    @Override
    public Optional<Lease> take(ShareKey share, String owner) {
        return transactions.run(
                sql -> {
                    Optional<Long> fence =
                            sql.find(
                                    row -> row.getLong(1),
                                    """
                                    update run_share s
                                    set fence = fence + 1, owner = ?, taken_at = clock_timestamp()
                                    from run r
                                    where s.run_id = ? and s.share = ? and s.open
                                      and r.id = s.run_id and r.state in ('QUEUED', 'RUNNING')
                                    returning s.fence
                                    """,
                                    owner,
                                    share.run().value(),
                                    share.share());
                    if (fence.isEmpty()) {
                        return Optional.empty();
                    }
                    sql.update(
                            """
                            update run set state = 'RUNNING',
                              started_at = coalesce(started_at, clock_timestamp())
                            where id = ? and state = 'QUEUED'
                            """,
                            share.run().value());
                    return Optional.of(lease(share, fence.get(), sql));
                });
    }

    private static Lease lease(ShareKey share, long fence, Sql sql) throws SQLException {
        UUID run = share.run().value();
        List<GoalStep> goals =
                sql.list(
                        row ->
                                new GoalStep(
                                        row.getInt(1),
                                        new GoalId(row.getObject(2, UUID.class)),
                                        row.getString(3),
                                        row.getBoolean(4),
                                        row.getString(5).equals("FINISHED")),
                        """
                        select ordinal, goal_id, name, lanes is not null, state
                        from run_goal where run_id = ? order by ordinal
                        """,
                        run);
        return sql.find(
                        row ->
                                new Lease(
                                        share,
                                        fence,
                                        order(share.run(), row),
                                        row.getBoolean("reread_finished"),
                                        goals),
                        "select * from run where id = ?",
                        run)
                .orElseThrow();
    }

    private static Run.Order order(RunId id, ResultSet row) throws SQLException {
        String by = Optional.ofNullable(row.getString("triggered_by")).orElse("");
        UUID of = row.getObject("of_run", UUID.class);
        Trigger trigger =
                of == null ? new Trigger.Manual(by) : new Trigger.Replay(new RunId(of), by);
        return new Run.Order(
                id,
                row.getLong("number"),
                new ConnectionId(row.getObject("connection_id", UUID.class)),
                new Version(row.getLong("connection_version")),
                trigger,
                instant(row, "created_at"));
    }

    @Override
    public boolean stopRequested(Lease lease) {
        return fenced(
                lease,
                sql -> sql.exists("select 1 from run where id = ? and stop_requested", run(lease)));
    }

    @Override
    public GoalProgress begin(Lease lease, int goal, int lanes, List<Part> parts) {
        return fenced(
                lease,
                sql -> {
                    int begun =
                            sql.update(
                                    """
                                    update run_goal set lanes = ?, state = 'RUNNING'
                                    where run_id = ? and ordinal = ? and lanes is null
                                    """,
                                    lanes,
                                    run(lease),
                                    goal);
                    if (begun == 1) {
                        for (int part = 0; part < parts.size(); part++) {
                            Part each = parts.get(part);
                            sql.update(
                                    """
                                    insert into run_file (run_id, ordinal, part, path, size,
                                      modified, state)
                                    values (?, ?, ?, ?, ?, ?, 'WAITING')
                                    """,
                                    run(lease),
                                    goal,
                                    part,
                                    each.path(),
                                    each.size(),
                                    utc(each.modified()));
                        }
                        sql.update(
                                """
                                insert into run_lane (run_id, ordinal, share, lane)
                                select ?, ?, ?, generate_series(0, ?)
                                """,
                                run(lease),
                                goal,
                                lease.share().share(),
                                lanes - 1);
                    }
                    return progress(lease, goal, sql);
                });
    }

    @Override
    public Optional<GoalProgress> progress(Lease lease, int goal) {
        return fenced(
                lease,
                sql -> {
                    int resumed =
                            sql.update(
                                    """
                                    update run_goal set state = 'RUNNING', problem_code = null,
                                      problem_message = null, problem_remedy = null,
                                      problem_technical = null
                                    where run_id = ? and ordinal = ? and lanes is not null
                                    """,
                                    run(lease),
                                    goal);
                    return resumed == 0
                            ? Optional.empty()
                            : Optional.of(progress(lease, goal, sql));
                });
    }

    private static GoalProgress progress(Lease lease, int goal, Sql sql) throws SQLException {
        List<PartProgress> parts =
                sql.list(
                        row ->
                                new PartProgress(
                                        new Part(
                                                row.getString("path"),
                                                row.getLong("size"),
                                                instant(row, "modified")),
                                        row.getString("state").equals("FINISHED"),
                                        row.getLong("records"),
                                        row.getBoolean("concluded")),
                        "select * from run_file where run_id = ? and ordinal = ? order by part",
                        run(lease),
                        goal);
        List<LanePosition> positions =
                sql.list(
                        PostgresRunJournal::position,
                        """
                        select * from run_lane where run_id = ? and ordinal = ? and share = ?
                        order by lane
                        """,
                        run(lease),
                        goal,
                        lease.share().share());
        return new GoalProgress(parts, positions);
    }

    private static LanePosition position(ResultSet row) throws SQLException {
        long bytes = row.getLong("proof_bytes");
        return new LanePosition(
                row.getInt("part"),
                row.getLong("position"),
                Optional.ofNullable(row.getString("proof_sha256"))
                        .map(sha256 -> new Proof(bytes, sha256)));
    }

    @Override
    public List<Part> alreadyFinished(Lease lease, int goal, List<Part> parts) {
        return fenced(
                lease,
                sql -> {
                    List<Part> finished = new ArrayList<>();
                    for (Part part : parts) {
                        boolean known =
                                sql.exists(
                                        """
                                        select 1 from finished_file
                                        where connection_id = ? and goal_id = ? and path = ?
                                          and size = ? and modified = ?
                                        """,
                                        lease.order().connection().value(),
                                        goalId(lease, goal),
                                        part.path(),
                                        part.size(),
                                        utc(part.modified()));
                        if (known) {
                            finished.add(part);
                        }
                    }
                    return finished;
                });
    }

    @Override
    public void partOpened(Lease lease, int goal, int part, Layout layout) {
        file(
                lease,
                "update run_file set state = 'READING', layout = ?::jsonb"
                        + " where run_id = ? and ordinal = ? and part = ? and state <> 'FINISHED'",
                Layouts.write(layout),
                run(lease),
                goal,
                part);
    }

    @Override
    public void partChanged(Lease lease, int goal, int part) {
        file(
                lease,
                "update run_file set state = 'CHANGED' where run_id = ? and ordinal = ?"
                        + " and part = ?",
                run(lease),
                goal,
                part);
    }

    @Override
    public void partConcluded(Lease lease, int goal, int part) {
        file(
                lease,
                "update run_file set concluded = true where run_id = ? and ordinal = ?"
                        + " and part = ?",
                run(lease),
                goal,
                part);
    }

    private void file(Lease lease, String statement, Object... parameters) {
        fenced(lease, sql -> sql.update(statement, parameters));
    }

    @Override
    public void partFinished(Lease lease, int goal, int part, long records, Proof whole) {
        fenced(
                lease,
                sql -> {
                    sql.update(
                            """
                            update run_file set state = 'FINISHED', records = ?, sha256 = ?
                            where run_id = ? and ordinal = ? and part = ?
                            """,
                            records,
                            whole.sha256(),
                            run(lease),
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
                            goalId(lease, goal),
                            run(lease),
                            goal,
                            part);
                });
    }

    @Override
    public void goalEnded(Lease lease, int goal, GoalEnd end) {
        Optional<RunProblem> problem =
                end instanceof GoalEnd.Failed(RunProblem why) ? Optional.of(why) : Optional.empty();
        String state =
                switch (end) {
                    case GoalEnd.Finished() -> "FINISHED";
                    case GoalEnd.Stopped() -> "STOPPED";
                    case GoalEnd.Failed _ -> "FAILED";
                };
        fenced(
                lease,
                sql ->
                        sql.update(
                                """
                                update run_goal set state = ?, problem_code = ?,
                                  problem_message = ?, problem_remedy = ?, problem_technical = ?
                                where run_id = ? and ordinal = ?
                                """,
                                state,
                                problem.map(RunProblem::code),
                                problem.map(RunProblem::message),
                                problem.map(RunProblem::remedy),
                                problem.flatMap(RunProblem::technical),
                                run(lease),
                                goal));
    }

    @Override
    public Optional<Outcome> close(Lease lease) {
        return transactions.run(
                sql -> {
                    // Locks the run first, so that of two shares closing at once one sees the
                    // other.
                    sql.exists("select 1 from run where id = ? for update", run(lease));
                    int closed =
                            sql.update(
                                    """
                                    update run_share set open = false
                                    where run_id = ? and share = ? and fence = ?
                                    """,
                                    run(lease),
                                    lease.share().share(),
                                    lease.fence());
                    if (closed == 0) {
                        throw new FenceLost(lease.share());
                    }
                    if (sql.exists(
                            "select 1 from run_share where run_id = ? and open", run(lease))) {
                        return Optional.empty();
                    }
                    return Optional.of(outcome(run(lease), sql));
                });
    }

    private static Outcome outcome(UUID run, Sql sql) throws SQLException {
        List<String> states =
                sql.list(
                        row -> row.getString(1),
                        "select state from run_goal where run_id = ?",
                        run);
        Outcome outcome =
                states.contains("FAILED")
                        ? Outcome.FAILED
                        : states.stream().allMatch("FINISHED"::equals)
                                ? Outcome.FINISHED
                                : Outcome.STOPPED;
        sql.update(
                """
                update run r set state = ?, ended_at = clock_timestamp(),
                  problem_code = g.problem_code, problem_message = g.problem_message,
                  problem_remedy = g.problem_remedy, problem_technical = g.problem_technical
                from (select 1) as one
                left join lateral (
                  select * from run_goal where run_id = ? and state = 'FAILED'
                  order by ordinal limit 1) g on true
                where r.id = ?
                """,
                outcome.name(),
                run,
                run);
        return outcome;
    }

    @Override
    public void log(RunId run, Level level, String message) {
        transactions.run(
                sql ->
                        sql.update(
                                "insert into run_log (run_id, level, message) values (?, ?, ?)",
                                run.value(),
                                level.name(),
                                message));
    }

    private static UUID run(Lease lease) {
        return lease.share().run().value();
    }

    private static UUID goalId(Lease lease, int goal) {
        return lease.goals().stream()
                .filter(step -> step.ordinal() == goal)
                .findFirst()
                .orElseThrow()
                .goal()
                .value();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
