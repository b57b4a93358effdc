package io.connections.application.connection;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.connection.port.RunsOfConnections;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.connection.Connection;
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
    private final AuditTrail trail;

    DeleteConnection(
            UnitOfWork unitOfWork,
            ConnectionRepository connections,
            RunsOfConnections runs,
            AuditTrail trail) {
        this.unitOfWork = unitOfWork;
        this.connections = connections;
        this.runs = runs;
        this.trail = trail;
    }

    public Uni<Void> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.CONNECTIONS_WRITE);
                    // A run that starts now waits, and then finds the connection gone.
                    return connections
                            .getToChange(command.id())
                            .invoke(one -> one.editRights().require(command.actor()))
                            .chain(connection -> delete(connection, command.actor()));
                });
    }

    private Uni<Void> delete(Connection connection, Actor by) {
        return runs.isRunning(connection.id())
                .invoke(
                        running -> {
                            if (running) {
                                throw new ConnectionRunning();
                            }
                        })
                .chain(() -> connections.delete(connection.id()))
                .chain(() -> trail.record(AuditEvent.of(by, Action.DELETED, connection.subject())));
    }
}
