package io.connections.application.connection;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.catalog.ConnectionTypeNotInstalled;
import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.application.catalog.port.InstalledTypes;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.IdempotencyKeys;
import io.connections.application.kernel.port.Ids;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.connection.Difference;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
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
    private final InstalledTypes installed;
    private final ConnectionViews views;
    private final ObjectiveLinks links;
    private final ChosenChannels chosen;
    private final Ids ids;
    private final InstantSource clock;
    private final AuditTrail trail;

    CreateConnection(
            UnitOfWork unitOfWork,
            IdempotencyKeys keys,
            ConnectionRepository connections,
            ConnectionTypes types,
            InstalledTypes installed,
            ConnectionViews views,
            ObjectiveLinks links,
            ChosenChannels chosen,
            Ids ids,
            InstantSource clock,
            AuditTrail trail) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
        this.connections = connections;
        this.types = types;
        this.installed = installed;
        this.views = views;
        this.links = links;
        this.chosen = chosen;
        this.ids = ids;
        this.clock = clock;
        this.trail = trail;
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
                            .chain(connection -> views.judged(connection, command.actor()));
                });
    }

    private Uni<Connection> made(Command command) {
        ConnectionType type = type(command.type());
        return installed
                .use(type.id())
                .invoke(
                        there -> {
                            if (!there) {
                                throw new ConnectionTypeNotInstalled(type);
                            }
                        })
                .chain(() -> added(command, type));
    }

    private Uni<Connection> added(Command command, ConnectionType type) {
        Connection connection =
                Connection.create(
                        new ConnectionId(ids.next()),
                        type.id(),
                        ContentCheck.checked(command.content(), type, command.actor()),
                        new Stamp(command.actor().name(), clock.instant()));
        return links.hold(connection.content())
                .chain(() -> chosen.names(connection.scope()))
                .invoke(names -> ChosenChannels.requireThere(connection.scope(), names.keySet()))
                .call(() -> connections.add(connection))
                .chain(names -> trail.record(event(connection, type, names, command.actor())))
                .replaceWith(connection);
    }

    private static AuditEvent event(
            Connection connection, ConnectionType type, Map<ChannelId, String> channels, Actor by) {
        return new AuditEvent(
                by,
                Action.CREATED,
                connection.subject(),
                Difference.ofNew(connection.content(), type.form(), channels));
    }

    private ConnectionType type(ConnectionTypeId id) {
        return types.find(id)
                .orElseThrow(
                        () ->
                                RequestInvalid.at(
                                        "/typeId",
                                        "not-an-option",
                                        "There is no connection type '%s'.".formatted(id.value())));
    }
}
