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

/// Turns a connection on or off, at once and without a new version. Off also stops what runs, at
/// its next chunk.
@Singleton
public final class SwitchConnection {
    public record Command(ConnectionId id, boolean on, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final ConnectionRepository connections;
    private final RunsOfConnections runs;
    private final ConnectionViews views;
    private final AuditTrail trail;

    SwitchConnection(
            UnitOfWork unitOfWork,
            ConnectionRepository connections,
            RunsOfConnections runs,
            ConnectionViews views,
            AuditTrail trail) {
        this.unitOfWork = unitOfWork;
        this.connections = connections;
        this.runs = runs;
        this.views = views;
        this.trail = trail;
    }

    public Uni<ConnectionView> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.CONNECTIONS_WRITE);
                    return connections
                            .getToChange(command.id())
                            .invoke(one -> one.editRights().require(command.actor()))
                            .chain(
                                    before ->
                                            connections
                                                    .turn(command.id(), command.on())
                                                    .chain(() -> follow(before, command)))
                            .chain(() -> connections.get(command.id()))
                            .chain(connection -> views.of(connection, command.actor()));
                });
    }

    private Uni<Void> follow(Connection before, Command command) {
        Uni<Void> stopped = command.on() ? Uni.createFrom().voidItem() : runs.stop(command.id());
        return before.on() == command.on()
                ? stopped
                : stopped.chain(
                        () ->
                                trail.record(
                                        AuditEvent.of(
                                                command.actor(),
                                                command.on() ? Action.TURNED_ON : Action.TURNED_OFF,
                                                before.subject())));
    }
}
