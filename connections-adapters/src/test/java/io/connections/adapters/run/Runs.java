package io.connections.adapters.run;

import io.connections.domain.goal.GoalId;
import io.connections.domain.run.Run;
import io.connections.domain.run.RunId;
import io.connections.domain.run.Trigger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Makes run rows as the API does, and reads what became of them.
public final class Runs {
    private final DataSource dataSource;

    public Runs(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public RunId queue() {
        UUID id = UUID.randomUUID();
        execute(
                """
                insert into run (id, connection_id, connection_version, connection_name, number,
                  state, trigger, triggered_by)
                select ?, ?, 1, 'Customers', coalesce(max(number), 0) + 1, 'QUEUED', 'MANUAL', 'mia'
                from run
                """,
                id,
                CustomerImport.CONNECTION);
        execute(
                "insert into run_goal (run_id, ordinal, goal_id, name, state)"
                        + " values (?, 0, ?, 'Customers', 'WAITING')",
                id,
                CustomerImport.GOAL.value());
        return new RunId(id);
    }

    /// Its goals are called by their ids.
    public void queue(Run.Order order, List<GoalId> goals) {
        boolean replay = order.trigger() instanceof Trigger.Replay;
        execute(
                """
                insert into run (id, connection_id, connection_version, connection_name, number,
                  state, trigger, triggered_by, of_run, created_at)
                values (?, ?, ?, 'Customers', ?, 'QUEUED', ?, 'Mia', ?, ?)
                """,
                order.id().value(),
                order.connection().value(),
                order.connectionVersion().number(),
                order.number(),
                replay ? "REPLAY" : "MANUAL",
                order.trigger() instanceof Trigger.Replay(RunId of, _, _) ? of.value() : null,
                order.createdAt().atOffset(ZoneOffset.UTC));
        for (int ordinal = 0; ordinal < goals.size(); ordinal++) {
            execute(
                    """
                    insert into run_goal (run_id, ordinal, goal_id, name, state)
                    values (?, ?, ?, ?, 'WAITING')
                    """,
                    order.id().value(),
                    ordinal,
                    goals.get(ordinal).value(),
                    goals.get(ordinal).value().toString());
        }
    }

    public void rereadFinished(RunId run) {
        execute("update run set reread_finished = true where id = ?", run.value());
    }

    public void resume(RunId run) {
        execute(
                """
                update run set state = 'QUEUED', stop_requested = false, problem_code = null,
                  problem_message = null, problem_remedy = null, problem_technical = null,
                  ended_at = null
                where id = ? and state in ('STOPPED', 'FAILED')
                """,
                run.value());
    }

    public void stop(RunId run) {
        execute("update run set stop_requested = true where id = ?", run.value());
    }

    public String state(RunId run) {
        return text("select state from run where id = ?", run.value());
    }

    public String problem(RunId run) {
        return text("select coalesce(problem_code, '') from run where id = ?", run.value());
    }

    /// Read, created, updated, unchanged, rejected.
    public String counts(RunId run) {
        return text(
                """
                select format('read=%s created=%s updated=%s unchanged=%s rejected=%s', sum(read),
                  sum(created), sum(updated), sum(unchanged), sum(rejected))
                from run_lane where run_id = ?
                """,
                run.value());
    }

    /// All values of all profiles, ids left out, in the order of customers.
    public List<String> profiles() {
        return texts(
                """
                select i.value || ' ' || p.properties
                from profile_identifier i join profile p on p.id = i.profile_id
                where i.property = 1 order by i.value
                """);
    }

    public List<String> ledger(RunId run) {
        return texts(
                """
                select record_no || ' ' || disposition::text || ' ' || coalesce(before::text, '')
                from profile_change where run_id = ? order by record_no
                """,
                run.value());
    }

    public List<String> log(RunId run) {
        return texts("select message from run_log where run_id = ? order by id", run.value());
    }

    public long number(String query, @Nullable Object... parameters) {
        return Long.parseLong(text(query, parameters));
    }

    public String text(String query, @Nullable Object... parameters) {
        return texts(query, parameters).getFirst();
    }

    public List<String> texts(String query, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            set(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                List<String> result = new ArrayList<>();
                while (rows.next()) {
                    result.add(rows.getString(1));
                }
                return result;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    public void execute(String sql, @Nullable Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
