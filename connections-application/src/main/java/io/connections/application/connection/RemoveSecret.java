package io.connections.application.connection;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.connection.port.SecretVault;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// Forgets one secret, at once.
@Singleton
public final class RemoveSecret {
    public record Command(ConnectionId id, String field, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final ConnectionRepository connections;
    private final ConnectionViews views;
    private final SecretVault vault;
    private final AuditTrail trail;

    RemoveSecret(
            UnitOfWork unitOfWork,
            ConnectionRepository connections,
            ConnectionViews views,
            SecretVault vault,
            AuditTrail trail) {
        this.unitOfWork = unitOfWork;
        this.connections = connections;
        this.views = views;
        this.vault = vault;
        this.trail = trail;
    }

    public Uni<Void> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.CONNECTIONS_WRITE);
                    return connections
                            .getToChange(command.id())
                            .invoke(one -> one.editRights().require(command.actor()))
                            .chain(connection -> views.of(connection, command.actor()))
                            .invoke(view -> view.requireSecretField(command.field()))
                            .call(() -> vault.remove(command.id(), command.field()))
                            .call(view -> trail.record(removed(view, command)))
                            .chain(view -> views.judged(view.connection(), command.actor()))
                            .replaceWithVoid();
                });
    }

    private static AuditEvent removed(ConnectionView view, Command command) {
        Connection connection = view.connection();
        return AuditEvent.of(
                command.actor(),
                Action.SECRET_REMOVED,
                connection.subject(),
                Change.ofSecret(view.label(command.field())));
    }
}
