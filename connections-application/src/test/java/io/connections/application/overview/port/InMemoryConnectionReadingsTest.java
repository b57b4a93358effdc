package io.connections.application.overview.port;

import io.connections.application.connection.House;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.run.request.RunState;
import io.connections.application.run.request.RunSummary.Cause;
import io.connections.application.run.request.port.RunQueue.NewGoal;
import io.connections.application.run.request.port.RunQueue.NewRun;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.goal.Counts;
import io.connections.domain.run.RunId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

class InMemoryConnectionReadingsTest extends ConnectionReadingsContract {
    private final House house = new House();
    private final InMemoryConnectionReadings readings = new InMemoryConnectionReadings(house);

    @Override
    protected ConnectionRepository connections() {
        return house.connections;
    }

    @Override
    protected ConnectionReadings readings() {
        return readings;
    }

    @Override
    protected void ran(Connection connection, RunState state, Counts counts, Instant at) {
        await(() -> house.connections.turn(connection.id(), true));
        RunId run = new RunId(house.ids.next());
        await(
                () ->
                        house.runs.add(
                                new NewRun(
                                        run,
                                        connection.id(),
                                        connection.version(),
                                        connection.name(),
                                        new Cause(
                                                Cause.Kind.MANUAL,
                                                Optional.empty(),
                                                Optional.empty()),
                                        false,
                                        List.of(new NewGoal(house.aGoodGoal().id(), "customers")),
                                        at)));
        await(() -> house.connections.turn(connection.id(), false));
        house.runs.counting(run, counts);
        house.runs.ended(run, state, at);
    }

    @Override
    protected UUID label(ConnectionId connection, String name) {
        UUID id = UUID.randomUUID();
        readings.label(connection, id, name);
        return id;
    }

    @Override
    protected void star(String user, ConnectionId connection) {
        readings.star(user, connection);
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return house.unitOfWork.run(work).await().indefinitely();
    }

    @Override
    protected <T> T ask(Supplier<Uni<T>> question) {
        return question.get().await().indefinitely();
    }
}
