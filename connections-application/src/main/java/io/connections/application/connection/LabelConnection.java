package io.connections.application.connection;

import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.kernel.port.KnownObjects;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.label.LabelChange;
import io.connections.application.label.Labelling;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import io.connections.domain.label.Label;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// Changes a connection's labels, at once: its version and who changed it last stay.
@Singleton
public final class LabelConnection {
    public record Command(ConnectionId id, LabelChange change, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final KnownObjects known;
    private final ConnectionRepository connections;
    private final Labelling labelling;

    LabelConnection(
            UnitOfWork unitOfWork,
            KnownObjects known,
            ConnectionRepository connections,
            Labelling labelling) {
        this.unitOfWork = unitOfWork;
        this.known = known;
        this.connections = connections;
        this.labelling = labelling;
    }

    /// Answers its labels, by name.
    public Uni<List<Label>> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.CONNECTIONS_WRITE);
                    return known.hold(
                                    new ObjectRef(
                                            ObjectKind.CONNECTION, command.id().value().toString()))
                            .map(
                                    found ->
                                            found.orElseThrow(
                                                    () -> new ConnectionNotFound(command.id())))
                            .call(() -> requireEdit(command))
                            .chain(
                                    object ->
                                            labelling.change(
                                                    object, command.change(), command.actor()));
                });
    }

    private Uni<Connection> requireEdit(Command command) {
        return connections
                .get(command.id())
                .invoke(one -> one.editRights().require(command.actor()));
    }
}
