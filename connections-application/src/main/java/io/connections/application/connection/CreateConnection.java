package io.connections.application.connection;

import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.IdempotencyKeys;
import io.connections.application.kernel.port.Ids;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/// Makes a connection, switched off. It may be incomplete.
@Singleton
public final class CreateConnection {
    /// @param key absent: a repetition makes another connection
    public record Command(
            ConnectionTypeId type,
            TypedContent content,
            Optional<IdempotencyKeys.Key> key,
            Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final IdempotencyKeys keys;
    private final ConnectionRepository connections;
    private final ConnectionTypes types;
    private final ConnectionViews views;
    private final Ids ids;
    private final InstantSource clock;

    CreateConnection(
            UnitOfWork unitOfWork,
            IdempotencyKeys keys,
            ConnectionRepository connections,
            ConnectionTypes types,
            ConnectionViews views,
            Ids ids,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
        this.connections = connections;
        this.types = types;
        this.views = views;
        this.ids = ids;
        this.clock = clock;
    }

    /// A repetition gets the connection that the first request made, as it is by now.
    public Uni<ConnectionView> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.CONNECTIONS_WRITE);
                    return command.key()
                            .map(
                                    key ->
                                            keys.once(
                                                    key,
                                                    () ->
                                                            made(command)
                                                                    .map(
                                                                            each ->
                                                                                    each.id()
                                                                                            .value())))
                            .map(id -> id.map(ConnectionId::new).chain(connections::get))
                            .orElseGet(() -> made(command))
                            .chain(connection -> views.of(connection));
                });
    }

    private Uni<Connection> made(Command command) {
        Connection connection =
                Connection.create(
                        new ConnectionId(ids.next()),
                        command.type(),
                        ContentCheck.checked(command.content(), type(command.type())),
                        new Stamp(command.actor().name(), clock.instant()));
        return connections.add(connection).replaceWith(connection);
    }

    private ConnectionType type(ConnectionTypeId id) {
        return types.find(id)
                .orElseThrow(
                        () ->
                                RequestInvalid.at(
                                        "/typeId",
                                        "not-an-option",
                                        "No connection type '%s' is installed."
                                                .formatted(id.value())));
    }
}
