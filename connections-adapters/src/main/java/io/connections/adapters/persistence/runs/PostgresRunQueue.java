package io.connections.adapters.persistence.runs;

import io.connections.adapters.persistence.kernel.PropertyUseLock;
import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.run.request.ConnectionOff;
import io.connections.application.run.request.RunInProgress;
import io.connections.application.run.request.RunNotResumable;
import io.connections.application.run.request.port.RunQueue;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.run.RunId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.UUID;

@Singleton
final class PostgresRunQueue implements RunQueue {
    @Override
    public Uni<Void> add(NewRun run) {
        return lockConnection(run.connection().value())
                .chain(() -> refuseWhileRunning(run.connection().value()))
                .chain(() -> insert(run))
                .chain(() -> insertGoals(run));
    }

    /// Two who start, and one who starts while another switches off, wait for one another here.
    private static Uni<Void> lockConnection(UUID connection) {
        return PropertyUseLock.use()
                .chain(
                        () ->
                                Sql.select(
                                        "select turned_on from connection where id = ?1"
                                                + " for no key update",
                                        connection))
                .invoke(
                        rows -> {
                            if (rows.isEmpty() || !rows.getFirst().getBoolean("turned_on")) {
                                throw new ConnectionOff();
                            }
                        })
                .replaceWithVoid();
    }

    private static Uni<Void> refuseWhileRunning(UUID connection) {
        return Sql.select(
                        """
                        select id from run
                        where connection_id = ?1 and state in ('QUEUED', 'RUNNING')
                        """,
                        connection)
                .invoke(
                        rows -> {
                            if (!rows.isEmpty()) {
                                throw new RunInProgress(
                                        new RunId(
                                                UUID.fromString(rows.getFirst().getString("id"))));
                            }
                        })
                .replaceWithVoid();
    }

    private static Uni<Void> insert(NewRun run) {
        return Sql.change(
                        """
                        insert into run (id, connection_id, connection_version, connection_name,
                          number, state, trigger, triggered_by, of_run, reread_finished, created_at)
                        values (?1, ?2, ?3, ?4,
                          (select coalesce(max(number), 0) + 1 from run where connection_id = ?2),
                          'QUEUED', ?5, nullif(?6, ''), cast(nullif(?7, '') as uuid), ?8,
                          cast(cast(?9 as text) as timestamptz))
                        """,
                        run.id().value(),
                        run.connection().value(),
                        run.version().number(),
                        run.connectionName(),
                        run.cause().kind().name(),
                        run.cause().by().orElse(""),
                        run.cause().of().map(of -> of.value().toString()).orElse(""),
                        run.rereadFinished(),
                        run.created().toString())
                .replaceWithVoid();
    }

    private static Uni<Void> insertGoals(NewRun run) {
        JsonArray goals = new JsonArray();
        run.goals()
                .forEach(
                        goal ->
                                goals.add(
                                        new JsonObject()
                                                .put("ordinal", goals.size())
                                                .put("id", goal.id().value().toString())
                                                .put("name", goal.name())));
        return Sql.change(
                        """
                        insert into run_goal (run_id, ordinal, goal_id, name, state)
                        select ?1, ordinal, id, name, 'WAITING'
                        from jsonb_to_recordset(cast(cast(?2 as text) as jsonb))
                          as g(ordinal int, id uuid, name text)
                        """,
                        run.id().value(),
                        goals.encode())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> addReplayFile(RunId run, Multi<byte[]> pieces) {
        int[] next = {0};
        return pieces.onItem()
                .transformToUniAndConcatenate(
                        piece ->
                                Sql.change(
                                        "insert into replay_file (run_id, piece, bytes)"
                                                + " values (?1, ?2, ?3)",
                                        run.value(),
                                        next[0]++,
                                        piece))
                .onItem()
                .ignoreAsUni();
    }

    @Override
    public Uni<Void> requestStop(RunId run, String by) {
        return Sql.change(
                        """
                        update run set stop_requested = true
                        where id = ?1 and state in ('QUEUED', 'RUNNING') and not stop_requested
                        """,
                        run.value())
                .chain(
                        asked ->
                                asked == 0
                                        ? Uni.createFrom().voidItem()
                                        : log(run, "Stop asked for by " + by + "."));
    }

    @Override
    public Uni<Void> requeue(RunId run, String by) {
        return Sql.select("select connection_id from run where id = ?1", run.value())
                .map(
                        rows ->
                                rows.stream()
                                        .findFirst()
                                        .map(row -> UUID.fromString(row.getString("connection_id")))
                                        .map(ConnectionId::new)
                                        .orElseThrow(RunNotResumable::new))
                .chain(
                        connection ->
                                lockConnection(connection.value())
                                        .chain(() -> refuseWhileRunning(connection.value())))
                .chain(
                        () ->
                                Sql.change(
                                        """
                                        update run r set state = 'QUEUED', stop_requested = false,
                                          problem_code = null, problem_message = null,
                                          problem_remedy = null, problem_technical = null,
                                          ended_at = null
                                        where r.id = ?1 and\s"""
                                                + RunRows.RESUMABLE,
                                        run.value()))
                .invoke(
                        queued -> {
                            if (queued == 0) {
                                throw new RunNotResumable();
                            }
                        })
                .chain(() -> log(run, "Resumed by " + by + "."));
    }

    private static Uni<Void> log(RunId run, String message) {
        return Sql.change(
                        "insert into run_log (run_id, level, message) values (?1, 'INFO', ?2)",
                        run.value(),
                        message)
                .replaceWithVoid();
    }
}
