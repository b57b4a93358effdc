package io.connections.application.connection;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.connection.Accesses.Reachable;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.connection.port.TestReport;
import io.connections.application.kernel.port.OutsideCalls;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;

/// *Test connection*: tries each step towards the other system and says how far it came. Nothing is
/// saved, pins neither.
@Singleton
public final class TestConnection {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    public record Command(Subject subject, UnsavedSetup unsaved, Actor actor) {}

    public sealed interface Subject {
        record Saved(ConnectionId id) implements Subject {}

        /// A connection that nobody has saved yet.
        record New(ConnectionTypeId type) implements Subject {}
    }

    private final UnitOfWork unitOfWork;
    private final Accesses accesses;
    private final OutsideCalls calls;
    private final ConnectionRepository connections;
    private final AuditTrail trail;

    TestConnection(
            UnitOfWork unitOfWork,
            Accesses accesses,
            OutsideCalls calls,
            ConnectionRepository connections,
            AuditTrail trail) {
        this.unitOfWork = unitOfWork;
        this.accesses = accesses;
        this.calls = calls;
        this.connections = connections;
        this.trail = trail;
    }

    public Uni<TestReport> handle(Command command) {
        return unitOfWork
                .run(
                        () -> {
                            command.actor().require(Permission.CONNECTIONS_WRITE);
                            return reachable(command);
                        })
                .chain(
                        reachable ->
                                calls.call(
                                        () -> reachable.connector().test(reachable.access()),
                                        LIMIT));
    }

    private Uni<Reachable> reachable(Command command) {
        return switch (command.subject()) {
            case Subject.Saved(ConnectionId id) ->
                    accesses.of(id, command.unsaved()).call(() -> recordTest(id, command.actor()));
            case Subject.New(ConnectionTypeId type) ->
                    Uni.createFrom().item(accesses.of(type, command.unsaved()));
        };
    }

    /// Before it begins: the secrets are on their way then, whatever comes back.
    private Uni<Void> recordTest(ConnectionId id, Actor by) {
        return connections
                .get(id)
                .chain(
                        connection ->
                                trail.record(
                                        AuditEvent.of(by, Action.TESTED, connection.subject())));
    }
}
