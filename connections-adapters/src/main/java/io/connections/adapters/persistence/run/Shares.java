package io.connections.adapters.persistence.run;

import io.connections.application.run.port.FenceLost;
import io.connections.application.run.port.Lease;
import io.connections.application.run.port.Lease.GoalStep;
import io.connections.application.run.port.RunJournal.Outcome;
import io.connections.application.run.port.ShareKey;
import io.connections.domain.access.Actor;
import io.connections.domain.audit.Action;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.goal.GoalId;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.Version;
import io.connections.domain.run.Run;
import io.connections.domain.run.RunId;
import io.connections.domain.run.Takeovers;
import io.connections.domain.run.Trigger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Who works on which share of a run, from the taking to the closing; the share that closes last
/// ends the run.
final class Shares {
    private final Transactions transactions;

    Shares(Transactions transactions) {
        this.transactions = transactions;
    }

    List<ShareKey> open() {
        return transactions.run(
                sql -> {
                    sql.update(
                            """
                            insert into run_share (run_id, share)
                            select id, 0 from run where state = 'QUEUED'
                            on conflict (run_id, share) do update set open = true, in_vain = 0
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

    /// Who has it no more, and did not close it, has worked on it until its last chunk.
    Optional<Lease> take(ShareKey share, String owner) {
        return transactions.run(
                sql -> {
                    Optional<Held> before = lock(share, sql);
                    if (before.isEmpty()) {
                        return Optional.empty();
                    }
                    Takeovers takeovers = before.get().next(reached(share.run().value(), sql));
                    long fence =
                            sql.find(
                                            row -> row.getLong(1),
                                            """
                                            update run_share s
                                            set fence = fence + 1, owner = ?,
                                              taken_at = clock_timestamp(), in_vain = ?, reached = ?,
                                              worked = worked + coalesce(greatest(interval '0',
                                                (select max(at) from run_chunk c
                                                 where c.run_id = s.run_id and c.share = s.share)
                                                - s.taken_at), interval '0')
                                            where s.run_id = ? and s.share = ?
                                            returning s.fence
                                            """,
                                            owner,
                                            takeovers.inVain(),
                                            takeovers.reached(),
                                            share.run().value(),
                                            share.share())
                                    .orElseThrow();
                    sql.update(
                            """
                            update run set state = 'RUNNING',
                              started_at = coalesce(started_at, clock_timestamp())
                            where id = ? and state = 'QUEUED'
                            """,
                            share.run().value());
                    return Optional.of(lease(share, fence, takeovers, sql));
                });
    }

    private record Held(boolean byNobody, Takeovers takeovers) {
        Takeovers next(long reached) {
            return byNobody ? takeovers.takenUp(reached) : takeovers.takenOver(reached);
        }
    }

    /// Also waits for the chunk in hand, so that whoever looks next sees what it did.
    private static Optional<Held> lock(ShareKey share, Sql sql) throws SQLException {
        return sql.find(
                row ->
                        new Held(
                                row.getObject("taken_at") == null,
                                new Takeovers(row.getInt("in_vain"), row.getLong("reached"))),
                """
                select s.* from run_share s join run r on r.id = s.run_id
                where s.run_id = ? and s.share = ? and s.open and r.state in ('QUEUED', 'RUNNING')
                for update of s
                """,
                share.run().value(),
                share.share());
    }

    /// Grows with whatever outlives the process that did it.
    private static long reached(UUID run, Sql sql) throws SQLException {
        return sql.find(
                        row -> row.getLong(1),
                        """
                        select (select coalesce(sum(read), 0) from run_lane where run_id = ?)
                          + coalesce(sum(files_finished + (lanes is not null)::int
                            + (state = 'FINISHED')::int), 0)
                        from run_goal where run_id = ?
                        """,
                        run,
                        run)
                .orElseThrow();
    }

    void letGo(Lease lease) {
        int released =
                transactions.run(
                        sql ->
                                sql.update(
                                        """
                                        update run_share set taken_at = null,
                                          worked = worked
                                            + coalesce(clock_timestamp() - taken_at, interval '0')
                                        where run_id = ? and share = ? and fence = ?
                                        """,
                                        lease.run().value(),
                                        lease.share().share(),
                                        lease.fence()));
        if (released == 0) {
            throw new FenceLost(lease.share());
        }
    }

    private static Lease lease(ShareKey share, long fence, Takeovers takeovers, Sql sql)
            throws SQLException {
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
                                        goals,
                                        row.getLong("rejected"),
                                        takeovers),
                        """
                        with recursive chain (id, of_run, created_at) as (
                          select id, of_run, created_at from run where id = ?
                          union all
                          select r.id, r.of_run, r.created_at from run r join chain c on r.id = c.of_run)
                        select r.*, (select coalesce(sum(rejected), 0) from run_lane
                          where run_id = r.id) as rejected,
                          (select created_at from chain where of_run is null) as first_asked_for
                        from run r where r.id = ?
                        """,
                        run,
                        run)
                .orElseThrow();
    }

    private static Run.Order order(RunId id, ResultSet row) throws SQLException {
        String by = Optional.ofNullable(row.getString("triggered_by")).orElse("");
        UUID of = row.getObject("of_run", UUID.class);
        Trigger trigger =
                of == null
                        ? new Trigger.Manual(by)
                        : new Trigger.Replay(
                                new RunId(of),
                                row.getObject("first_asked_for", OffsetDateTime.class).toInstant(),
                                by);
        return new Run.Order(
                id,
                row.getLong("number"),
                new ConnectionId(row.getObject("connection_id", UUID.class)),
                new Version(row.getLong("connection_version")),
                trigger,
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    Optional<Outcome> close(Lease lease) {
        UUID run = lease.run().value();
        return transactions.run(
                sql -> {
                    // Locks the run first, so that of two shares closing at once one sees the
                    // other.
                    sql.exists("select 1 from run where id = ? for update", run);
                    int closed =
                            sql.update(
                                    """
                                    update run_share set open = false, taken_at = null,
                                      worked = worked + coalesce(clock_timestamp() - taken_at, interval '0')
                                    where run_id = ? and share = ? and fence = ?
                                    """,
                                    run,
                                    lease.share().share(),
                                    lease.fence());
                    if (closed == 0) {
                        throw new FenceLost(lease.share());
                    }
                    if (sql.exists("select 1 from run_share where run_id = ? and open", run)) {
                        return Optional.empty();
                    }
                    return Optional.of(outcome(run, sql));
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
        recordEnd(run, outcome, sql);
        if (outcome == Outcome.FINISHED) {
            // A run that goes on would read it again; this one has nothing left to read.
            sql.update("delete from replay_file where run_id = ?", run);
        }
        return outcome;
    }

    /// Nobody asked for it just now, so it is the service's own event. Technical details stay in
    /// the run's log: they may quote a record.
    private static void recordEnd(UUID run, Outcome outcome, Sql sql) throws SQLException {
        sql.update(
                """
                insert into audit_event (at, id, actor_id, actor_name, actor_kind, address, client,
                  action, object_kind, object_id, object_name, changes)
                select clock_timestamp(), gen_random_uuid(), ?, ?, ?, '', '', ?, ?,
                  cast(r.id as text), r.connection_name,
                  (select jsonb_agg(jsonb_build_object('what', said.what, 'after', said.after)
                     order by said.place)
                   from (values (1, 'Outcome', ?),
                     (2, 'Records read', cast(counts.read as text)),
                     (3, 'Records rejected', cast(counts.rejected as text)),
                     (4, 'Problem', r.problem_message)) said (place, what, after)
                   where said.after is not null)
                from run r cross join lateral (
                  select coalesce(sum(read), 0) as read, coalesce(sum(rejected), 0) as rejected
                  from run_lane where run_id = r.id) counts
                where r.id = ?
                """,
                Actor.SYSTEM.id(),
                Actor.SYSTEM.name(),
                Actor.SYSTEM.kind().name(),
                Action.ENDED.name(),
                ObjectKind.RUN.name(),
                outcome.name().toLowerCase(Locale.ROOT),
                run);
    }
}
