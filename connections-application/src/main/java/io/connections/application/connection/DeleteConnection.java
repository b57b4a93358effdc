package io.connections.application.connection;

import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.connection.port.RunsOfConnections;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// Deletes a connection with its versions and secrets; what its runs did stays.
@Singleton
public final class DeleteConnection {
    public record Command(ConnectionId id, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final ConnectionRepository connections;
    private final RunsOfConnections runs;

    DeleteConnection(
            UnitOfWork unitOfWork, ConnectionRepository connections, RunsOfConnections runs) {
        this.unitOfWork = unitOfWork;
        this.connections = connections;
        this.runs = runs;
    }

    public Uni<Void> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.CONNECTIONS_WRITE);
                    // Off first: the switch's row lock makes a run that starts now wait, and then
                    // find the connection off.
                    return connections
                            .turn(command.id(), false)
                            .invoke(
                                    found -> {
                                        if (!found) {
                                            throw new ConnectionNotFound(command.id());
                                        }
                                    })
                            .chain(() -> runs.isRunning(command.id()))
                            .invoke(
                                    running -> {
                                        if (running) {
                                            throw new ConnectionRunning();
                                        }
                                    })
                            .chain(() -> connections.delete(command.id()));
                });
    }
}
