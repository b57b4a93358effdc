package io.connections.application.connection;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.connection.port.SecretVault;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.catalog.SetupForm;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.kernel.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/// Keeps or replaces one secret, for the target that is saved. It acts at once, makes no version,
/// and nobody can read it back.
@Singleton
public final class SetSecret {
    public record Command(ConnectionId id, String field, Secret secret, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final ConnectionRepository connections;
    private final ConnectionViews views;
    private final SecretVault vault;
    private final InstantSource clock;
    private final AuditTrail trail;

    SetSecret(
            UnitOfWork unitOfWork,
            ConnectionRepository connections,
            ConnectionViews views,
            SecretVault vault,
            InstantSource clock,
            AuditTrail trail) {
        this.unitOfWork = unitOfWork;
        this.connections = connections;
        this.views = views;
        this.vault = vault;
        this.clock = clock;
        this.trail = trail;
    }

    public Uni<Void> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.CONNECTIONS_WRITE);
                    requireSecret(command.secret());
                    return connections
                            .getToChange(command.id())
                            .invoke(one -> one.editRights().require(command.actor()))
                            .chain(connection -> views.of(connection, command.actor()))
                            .invoke(view -> view.requireSecretField(command.field()))
                            .call(
                                    view ->
                                            vault.put(
                                                    command.id(),
                                                    command.field(),
                                                    command.secret(),
                                                    view.target(),
                                                    new Stamp(
                                                            command.actor().name(),
                                                            clock.instant())))
                            .call(view -> trail.record(given(view, command)))
                            .chain(view -> views.judged(view.connection(), command.actor()))
                            .replaceWithVoid();
                });
    }

    private static void requireSecret(Secret secret) {
        SetupForm.wrong(secret, "/value")
                .ifPresent(
                        violation -> {
                            throw new RequestInvalid(List.of(violation));
                        });
    }

    private static AuditEvent given(ConnectionView view, Command command) {
        Connection connection = view.connection();
        return AuditEvent.of(
                command.actor(),
                Action.SECRET_SET,
                connection.subject(),
                Change.ofSecret(view.label(command.field())));
    }
}
