package io.connections.adapters.persistence.runs;

import io.agroal.api.AgroalDataSource;
import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.adapters.testing.Tables;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.connection.port.RunsOfConnections;
import io.connections.application.kernel.port.Ids;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.run.request.RunState;
import io.connections.application.run.request.SourceFile;
import io.connections.application.run.request.port.RunQueue;
import io.connections.application.run.request.port.RunReadings;
import io.connections.application.run.request.port.RunsContract;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.goal.GoalId;
import io.connections.domain.run.RunId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Supplier;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresRunsTest extends RunsContract {
    @Inject UnitOfWork unitOfWork;
    @Inject ConnectionRepository connections;
    @Inject RunQueue queue;
    @Inject RunReadings readings;
    @Inject RunsOfConnections ofConnections;
    @Inject Ids ids;
    @Inject AgroalDataSource dataSource;

    @Override
    protected ConnectionRepository connections() {
        return connections;
    }

    @Override
    protected RunQueue queue() {
        return queue;
    }

    @Override
    protected RunReadings readings() {
        return readings;
    }

    @Override
    protected RunsOfConnections ofConnections() {
        return ofConnections;
    }

    @Override
    protected Ids ids() {
        return ids;
    }

    @Override
    protected void ended(RunId run, RunState state, Instant at) {
        Tables.change(
                dataSource,
                "update run set state = ?, ended_at = ? where id = ?",
                state.name(),
                at.atOffset(ZoneOffset.UTC),
                run.value());
    }

    @Override
    protected void finished(ConnectionId of, GoalId goal, SourceFile file) {
        Tables.change(
                dataSource,
                """
                insert into finished_file (connection_id, goal_id, path, size, modified, sha256,
                                           run_id)
                values (?, ?, ?, ?, ?, '', ?)
                """,
                of.value(),
                goal.value(),
                file.path(),
                file.size(),
                file.modified().atOffset(ZoneOffset.UTC),
                ids.next());
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.on(() -> unitOfWork.run(work));
    }

    @Override
    protected <T> T ask(Supplier<Uni<T>> question) {
        return Awaiting.on(question);
    }
}
