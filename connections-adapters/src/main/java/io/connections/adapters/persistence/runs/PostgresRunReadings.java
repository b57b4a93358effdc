package io.connections.adapters.persistence.runs;

import io.connections.adapters.persistence.profile.ProfileDocument;
import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.run.request.HourlyTotal;
import io.connections.application.run.request.LogLine;
import io.connections.application.run.request.RatePoint;
import io.connections.application.run.request.RejectedRecord;
import io.connections.application.run.request.RunDetail;
import io.connections.application.run.request.RunSummary;
import io.connections.application.run.request.SourceFile;
import io.connections.application.run.request.port.RunReadings;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.MappedRecord.Place;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.run.RunId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

@Singleton
final class PostgresRunReadings implements RunReadings {
    private static final String SUMS =
            """
            coalesce(sum(created), 0)::bigint as created,
            coalesce(sum(updated), 0)::bigint as updated,
            coalesce(sum(unchanged), 0)::bigint as unchanged,
            coalesce(sum(skipped_for_consent), 0)::bigint as skipped_for_consent,
            coalesce(sum(skipped_without_match), 0)::bigint as skipped_without_match,
            coalesce(sum(filtered), 0)::bigint as filtered,
            coalesce(sum(rejected), 0)::bigint as rejected
            """;
    /// By name: a kept statement outlives a migration that adds a column.
    private static final String COLUMNS =
            """
            r.id, r.number, r.connection_id, r.connection_name, r.state, r.stop_requested,
            r.trigger, r.triggered_by, r.of_run, r.created_at, r.started_at, r.ended_at,
            r.problem_code, r.problem_message, r.problem_remedy, r.problem_technical
            """;
    private static final String SUMMARY =
            "select "
                    + COLUMNS
                    + ", c.* from %s r cross join lateral (select "
                    + SUMS
                    + " from run_lane where run_id = r.id) c ";

    /// The lately committed records, over the time since then or since the work was taken up. Of a
    /// run that has ended: all of them over the time in which somebody worked on it.
    private static final String DETAIL =
            SUMMARY.formatted("run")
                            .replace(
                                    ", c.* from",
                                    """
                            , c.*,
                              (select coalesce(sum(read), 0)::bigint from run_lane where run_id = r.id)
                                as read_so_far,
                              case when r.ended_at is null then
                                (select coalesce(sum(read), 0) from run_chunk
                                  where run_id = r.id and at > greatest(
                                    now() - interval '15 seconds', r.started_at,
                                    (select max(taken_at) from run_share where run_id = r.id)))
                                / greatest(1, least(15, extract(epoch from now() - coalesce(
                                    greatest(r.started_at,
                                      (select max(taken_at) from run_share where run_id = r.id)),
                                    now()))))
                              else
                                (select coalesce(sum(read), 0) from run_lane where run_id = r.id)
                                / greatest(0.001, extract(epoch from coalesce(
                                    (select max(worked) from run_share where run_id = r.id),
                                    r.ended_at - r.started_at, interval '0')))
                              end::float8 as records_per_second,
                              array(select id from run where of_run = r.id order by created_at) as replays,
                            """
                                            + RunRows.RESUMABLE
                                            + " as resumable from")
                    + "where r.id = $1";

    /// What was left out is counted by the place of the mapping row, which the version that the run
    /// was made for still knows.
    private static final String GOALS =
            """
            select g.goal_id, g.name, g.state, g.problem_code, g.problem_message, g.problem_remedy,
              g.problem_technical, c.*, o.*, h.*
            from run_goal g
            cross join lateral (
              select %s from run_lane where run_id = g.run_id and ordinal = g.ordinal) c
            cross join lateral (
              select
                coalesce(array_agg(property order by left_out desc, property), '{}')
                  as left_out_properties,
                coalesce(array_agg(name order by left_out desc, property), '{}')
                  as left_out_names,
                coalesce(array_agg(left_out order by left_out desc, property), '{}')
                  as left_out_values
              from (
                select m.property, coalesce(p.name, m.property) as name,
                  sum(l.records)::bigint as left_out
                from run_lane lane
                cross join unnest(lane.left_out) with ordinality as l(records, place)
                join run r on r.id = lane.run_id
                join connection_version v
                  on v.connection_id = r.connection_id and v.version = r.connection_version
                cross join jsonb_array_elements(v.document -> 'goals') as d(goal)
                cross join lateral (
                  select d.goal -> 'mapping' -> (l.place::int - 1) ->> 'property' as property) m
                left join profile_property p on p.id = m.property
                where lane.run_id = g.run_id and lane.ordinal = g.ordinal and l.records > 0
                  and d.goal ->> 'id' = g.goal_id::text and m.property is not null
                group by 1, 2) found) o
            cross join lateral (
              select
                coalesce(array_agg(rule order by records desc, rule, objectives), '{}')
                  as held_back_rules,
                coalesce(array_agg(objectives order by records desc, rule, objectives), '{}')
                  as held_back_objectives,
                coalesce(array_agg(records order by records desc, rule, objectives), '{}')
                  as held_back_records
              from (
                select rule, array_to_string(objectives, ',') as objectives,
                  sum(records)::bigint as records
                from run_held_back where run_id = g.run_id and ordinal = g.ordinal
                group by 1, 2) found) h
            where g.run_id = $1
            order by g.ordinal
            """
                    .formatted(SUMS);

    /// Bytes of the file `f` that every share of its run has committed.
    private static final String DONE =
            """
            case when f.state = 'FINISHED' then f.size
              else coalesce((
                select min(s.done) from (
                  select max(case when l.part > f.part then f.size
                                  when l.part = f.part then coalesce(l.proof_bytes, 0)
                                  else 0 end) as done
                  from run_lane l where l.run_id = f.run_id and l.ordinal = f.ordinal
                  group by l.share) s), 0) end
            """;

    /// Looks at no more files than it shows, and at those that are begun: the rest is in the goals'
    /// own counts.
    static final String FILES =
            """
            with goals as (
              select g.ordinal, g.files, g.files_finished, g.bytes, g.bytes_finished,
                (select max(part) from run_lane l
                 where l.run_id = g.run_id and l.ordinal = g.ordinal) as furthest
              from run_goal g where g.run_id = $1),
            begun as (
              select least(f.size, %1$s) as done
              from goals g join run_file f
                on f.run_id = $1 and f.ordinal = g.ordinal and f.part <= g.furthest
              where f.state <> 'FINISHED'),
            totals as (
              select coalesce(sum(files), 0)::int as files,
                coalesce(sum(files_finished), 0)::int as files_finished,
                coalesce(sum(bytes), 0)::bigint as bytes_total,
                (coalesce(sum(bytes_finished), 0)
                  + coalesce((select sum(done) from begun), 0))::bigint as bytes_done
              from goals),
            shown as (
              (select * from run_file where run_id = $1 and state <> 'FINISHED'
               order by ordinal, part limit $2)
              union all
              (select * from run_file where run_id = $1 and state = 'FINISHED'
               order by ordinal, part
               limit (select greatest(0, $2 - files + files_finished) from totals)))
            select f.path, f.size, f.modified, f.state, (%1$s)::bigint as done, t.files,
              t.bytes_total, t.bytes_done
            from shown f cross join totals t
            order by t.files > $2 and f.state = 'FINISHED', f.ordinal, f.part
            """
                    .formatted(DONE);

    private final Pool pool;

    PostgresRunReadings(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Page<RunSummary>> ofConnection(ConnectionId connection, PageRequest page) {
        int before =
                page.after().map(after -> (int) Cursors.number(after, 0)).orElse(Integer.MAX_VALUE);
        return rows(
                        SUMMARY.formatted(
                                        "(select * from run where connection_id = $1 and number < $2"
                                                + " order by number desc limit $3)")
                                + "order by r.number desc",
                        Tuple.of(connection.value(), before, page.limit() + 1),
                        ReadRuns::summary)
                .map(
                        found ->
                                Page.of(
                                        found,
                                        page.limit(),
                                        run -> Cursor.of(Integer.toString(run.number()))));
    }

    @Override
    public Uni<Map<ConnectionId, RunSummary>> lastOf(Collection<ConnectionId> connections) {
        return rows(
                        SUMMARY.formatted(
                                """
                                (select last.* from unnest($1::uuid[]) as asked(id)
                                cross join lateral (select * from run
                                  where connection_id = asked.id order by number desc limit 1) last)
                                """),
                        Tuple.of(
                                connections.stream().map(ConnectionId::value).toArray(UUID[]::new)),
                        ReadRuns::summary)
                .map(
                        found ->
                                found.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        RunSummary::connection,
                                                        Function.identity())));
    }

    @Override
    public Uni<Page<RunSummary>> all(PageRequest page) {
        return newestFirst("true", page);
    }

    @Override
    public Uni<Page<RunSummary>> active(PageRequest page) {
        return newestFirst("state in ('QUEUED', 'RUNNING')", page);
    }

    @Override
    public Uni<Page<RunSummary>> ended(PageRequest page) {
        return newestFirst("state not in ('QUEUED', 'RUNNING')", page);
    }

    @Override
    public Uni<List<HourlyTotal>> hourlyTotals(Instant from) {
        return rows(
                "select hour, sum(runs_finished)::int as finished, sum(runs_stopped)::int as stopped,"
                        + " sum(runs_failed)::int as failed, "
                        + SUMS
                        + " from hourly_total where hour >= $1 group by hour order by hour",
                Tuple.of(from.atOffset(ZoneOffset.UTC)),
                row ->
                        new HourlyTotal(
                                ReadRuns.at(row, "hour"),
                                ReadRuns.counts(row),
                                new HourlyTotal.Ends(
                                        row.getInteger("finished"),
                                        row.getInteger("stopped"),
                                        row.getInteger("failed"))));
    }

    /// Ids are made in the order of time.
    private Uni<Page<RunSummary>> newestFirst(String which, PageRequest page) {
        return rows(
                        SUMMARY.formatted(
                                        "(select * from run where "
                                                + which
                                                + " and id < $1 order by id desc limit $2)")
                                + "order by r.id desc",
                        Tuple.of(
                                page.after().map(Cursors::id).orElse(new UUID(-1, -1)),
                                page.limit() + 1),
                        ReadRuns::summary)
                .map(
                        found ->
                                Page.of(
                                        found,
                                        page.limit(),
                                        run -> Cursor.of(run.id().value().toString())));
    }

    @Override
    public Uni<Optional<RunDetail>> find(RunId run) {
        Tuple id = Tuple.of(run.value());
        return pool.preparedQuery(DETAIL)
                .execute(id)
                .chain(
                        found -> {
                            if (found.size() == 0) {
                                return Uni.createFrom().item(Optional.<RunDetail>empty());
                            }
                            Row row = found.iterator().next();
                            return rows(GOALS, id, ReadRuns::goal)
                                    .chain(
                                            goals ->
                                                    rows(
                                                                    FILES,
                                                                    Tuple.of(
                                                                            run.value(),
                                                                            RunDetail.MOST_FILES),
                                                                    ReadRuns::file)
                                                            .map(
                                                                    files ->
                                                                            Optional.of(
                                                                                    ReadRuns.detail(
                                                                                            row,
                                                                                            goals,
                                                                                            files))));
                        });
    }

    @Override
    public Uni<List<RatePoint>> rate(RunId run, int maxPoints) {
        return rows(
                """
                with c as (select at, read from run_chunk where run_id = $1),
                span as (
                  select lo, greatest(1, ceil(extract(epoch from hi - lo) / $2))::float8 as step,
                         extract(epoch from hi - lo)::float8 as long
                  from (select coalesce((select started_at from run where id = $1), min(at)) as lo,
                               max(at) as hi from c) s
                  where hi is not null),
                step as (
                  select n, lo + make_interval(secs => (n + 1) * step) as at, step
                  from span, generate_series(0, greatest(0, ceil(long / step)::int - 1)) n),
                read as (
                  select least(greatest(0, floor(extract(epoch from at - lo) / step)::int),
                               greatest(0, ceil(long / step)::int - 1)) as n,
                         sum(read) as read
                  from c, span group by 1)
                select s.at, coalesce(r.read, 0)::float8 / s.step as per_second,
                       sum(coalesce(r.read, 0)) over (order by s.n)::bigint as records
                from step s left join read r on r.n = s.n order by s.n
                """,
                Tuple.of(run.value(), maxPoints),
                row ->
                        new RatePoint(
                                ReadRuns.at(row, "at"),
                                row.getLong("records"),
                                row.getDouble("per_second")));
    }

    @Override
    public Uni<Page<LogLine>> log(RunId run, PageRequest page) {
        record Numbered(long id, LogLine line) {}
        return rows(
                        "select id, at, level, message from run_log where run_id = $1 and id > $2"
                                + " order by id limit $3",
                        Tuple.of(
                                run.value(),
                                page.after().map(after -> Cursors.number(after, 0)).orElse(0L),
                                page.limit() + 1),
                        row ->
                                new Numbered(
                                        row.getLong("id"),
                                        new LogLine(
                                                ReadRuns.at(row, "at"),
                                                LogLine.Level.valueOf(row.getString("level")),
                                                row.getString("message"))))
                .map(
                        found ->
                                Page.of(
                                                found,
                                                page.limit(),
                                                line -> Cursor.of(Long.toString(line.id())))
                                        .map(Numbered::line));
    }

    /// The last chunks that met profiles bound the time in which the ledger is searched: it has no
    /// order of its own. A chunk's rows carry the time at which its transaction began.
    @Override
    public Uni<List<Touched>> lastTouched(RunId run, int limit) {
        return rows(
                """
                select c.profile_id, c.disposition::text as disposition, c.at as touched_at,
                       p.id, p.properties, p.zone, p.consent, p.version, p.modified_at
                from (
                  select profile_id, disposition, at, xid, seq from profile_change
                  where run_id = $1 and at >= (
                    select min(at) - interval '10 minutes' from (
                      select at from run_chunk where run_id = $1
                        and created + updated + unchanged + skipped_for_consent > 0
                      order by id desc limit $2) last)
                  order by xid desc, seq desc limit $2) c
                left join profile p on p.id = c.profile_id
                order by c.xid desc, c.seq desc
                """,
                Tuple.of(run.value(), limit),
                row ->
                        new Touched(
                                new ProfileId(row.getUUID("profile_id")),
                                ReadRuns.disposition(row.getString("disposition")),
                                ReadRuns.at(row, "touched_at"),
                                row.getUUID("id") == null
                                        ? Optional.empty()
                                        : Optional.of(ProfileDocument.profile(row))));
    }

    @Override
    public Uni<Page<RejectedRecord>> rejected(RunId run, Optional<GoalId> goal, PageRequest page) {
        record Placed(Cursor place, RejectedRecord record) {}
        int ordinal = page.after().map(after -> (int) Cursors.number(after, 0)).orElse(-1);
        int part = page.after().map(after -> (int) Cursors.number(after, 1)).orElse(-1);
        long number = page.after().map(after -> Cursors.number(after, 2)).orElse(-1L);
        return rows(
                        """
                        select r.ordinal, r.part, r.number, r.line, r.reason, r.message, r.field,
                          r.value, r.raw, f.path
                        from rejected_record r
                        left join run_file f using (run_id, ordinal, part)
                        where r.run_id = $1 and (r.ordinal, r.part, r.number) > ($2, $3, $4)
                          and ($5::uuid is null or r.ordinal in (
                            select ordinal from run_goal where run_id = $1 and goal_id = $5))
                        order by r.ordinal, r.part, r.number limit $6
                        """,
                        Tuple.from(
                                Arrays.asList(
                                        run.value(),
                                        ordinal,
                                        part,
                                        number,
                                        goal.map(GoalId::value).orElse(null),
                                        page.limit() + 1)),
                        row ->
                                new Placed(
                                        Cursor.of(
                                                row.getInteger("ordinal").toString(),
                                                row.getInteger("part").toString(),
                                                row.getLong("number").toString()),
                                        new RejectedRecord(
                                                row.getLong("number"),
                                                row.getLong("line"),
                                                Optional.ofNullable(row.getString("path")),
                                                row.getString("reason"),
                                                row.getString("message"),
                                                new Place(
                                                        row.getString("field"),
                                                        row.getString("value")),
                                                row.getString("raw"))))
                .map(found -> Page.of(found, page.limit(), Placed::place).map(Placed::record));
    }

    @Override
    public Uni<Set<SourceFile>> finished(
            ConnectionId connection, GoalId goal, List<SourceFile> files) {
        return rows(
                        """
                        select f.path, f.size, f.modified from finished_file f
                        join unnest($3::text[], $4::bigint[], $5::timestamptz[])
                          as g(path, size, modified)
                          on f.path = g.path and f.size = g.size and f.modified = g.modified
                        where f.connection_id = $1 and f.goal_id = $2
                        """,
                        Tuple.of(
                                connection.value(),
                                goal.value(),
                                files.stream().map(SourceFile::path).toArray(String[]::new),
                                files.stream().map(SourceFile::size).toArray(Long[]::new),
                                files.stream()
                                        .map(file -> file.modified().atOffset(ZoneOffset.UTC))
                                        .toArray(OffsetDateTime[]::new)),
                        row ->
                                new SourceFile(
                                        row.getString("path"),
                                        row.getLong("size"),
                                        ReadRuns.at(row, "modified")))
                .map(HashSet::new);
    }

    private <T> Uni<List<T>> rows(String sql, Tuple parameters, Function<Row, T> mapping) {
        return pool.preparedQuery(sql)
                .execute(parameters)
                .map(
                        (RowSet<Row> rows) ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(mapping)
                                        .toList());
    }
}
