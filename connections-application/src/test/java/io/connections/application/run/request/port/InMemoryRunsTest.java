package io.connections.application.run.request.port;

import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.connection.port.InMemoryConnectionRepository;
import io.connections.application.connection.port.RunsOfConnections;
import io.connections.application.kernel.port.CountedIds;
import io.connections.application.kernel.port.Ids;
import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.run.request.RunState;
import io.connections.application.run.request.SourceFile;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.goal.Counts;
import io.connections.domain.goal.GoalId;
import io.connections.domain.run.RunId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.function.Supplier;

class InMemoryRunsTest extends RunsContract {
    private final InMemoryConnectionRepository connections = new InMemoryConnectionRepository();
    private final InMemoryRuns runs = new InMemoryRuns(connections);
    private final Ids ids = new CountedIds();
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(connections, runs);

    @Override
    protected ConnectionRepository connections() {
        return connections;
    }

    @Override
    protected RunQueue queue() {
        return runs;
    }

    @Override
    protected RunReadings readings() {
        return runs;
    }

    @Override
    protected RunsOfConnections ofConnections() {
        return runs;
    }

    @Override
    protected Ids ids() {
        return ids;
    }

    @Override
    protected void ended(RunId run, RunState state, Instant at) {
        runs.ended(run, state, at);
    }

    @Override
    protected void failedForGood(RunId run, Instant at) {
        runs.failedForGood(run, at);
    }

    @Override
    protected void committed(RunId run, Counts counts, Instant at) {
        runs.committed(counts, at);
    }

    @Override
    protected void finished(ConnectionId of, GoalId goal, SourceFile file) {
        runs.finishing(goal, file);
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return unitOfWork.run(work).await().indefinitely();
    }

    @Override
    protected <T> T ask(Supplier<Uni<T>> question) {
        return question.get().await().indefinitely();
    }
}
