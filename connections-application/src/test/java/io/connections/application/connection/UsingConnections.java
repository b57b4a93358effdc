package io.connections.application.connection;

import static io.connections.domain.access.ActorFixtures.aMarketer;
import static io.connections.domain.access.ActorFixtures.lacking;
import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.application.connection.port.TestReport;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.IdempotencyKeys;
import io.connections.application.run.request.RunState;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.catalog.SetupValues;
import io.connections.domain.catalog.Target;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.Connection.Content;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.kernel.Secret;
import io.connections.domain.kernel.Version;
import io.connections.domain.kernel.Violation;
import io.connections.domain.run.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The use cases of connections, as tests call them.
abstract class UsingConnections {
    static final Instant LATER = NOON.plusSeconds(3600);
    static final ConnectionId NOTHING = aConnection().build().id();
    static final Actor NO_WRITER = lacking(Permission.CONNECTIONS_WRITE);

    static final String CANARY = "canary-7c1f-secret";

    final House house = new House();

    final ConnectionView create(
            Actor actor, String typeId, String name, Map<String, String> setup) {
        return create(actor, typeId, name, setup, Optional.empty());
    }

    final ConnectionView create(Actor actor, String name, Optional<IdempotencyKeys.Key> key) {
        return create(actor, "sftp", name, Map.of(), key);
    }

    final ConnectionView create(
            Actor actor,
            String typeId,
            String name,
            Map<String, String> setup,
            Optional<IdempotencyKeys.Key> key) {
        return new CreateConnection(
                        house.unitOfWork,
                        house.keys,
                        house.connections,
                        house.types,
                        house.installed,
                        house.views,
                        house.links,
                        house.chosen,
                        house.ids,
                        () -> LATER,
                        house.trail)
                .handle(
                        new CreateConnection.Command(
                                new ConnectionTypeId(typeId),
                                TypedContent.of(
                                        new Content(name, "", new SetupValues(setup), List.of())),
                                key,
                                actor))
                .await()
                .indefinitely();
    }

    static IdempotencyKeys.Key aKey(String request) {
        return new IdempotencyKeys.Key(aMarketer().id(), "key 1", request);
    }

    final List<Connection> all() {
        return house.connections.all();
    }

    final ConnectionView get(Actor actor, ConnectionId id) {
        return new GetConnection(house.unitOfWork, house.connections, house.views)
                .handle(new GetConnection.Query(id, actor))
                .await()
                .indefinitely();
    }

    final ConnectionView save(Actor actor, Connection before, Content content) {
        return save(actor, before, TypedContent.of(content));
    }

    final ConnectionView save(Actor actor, Connection before, TypedContent content) {
        return new SaveConnection(
                        house.unitOfWork,
                        house.connections,
                        house.types,
                        house.views,
                        house.chosen,
                        house.vault,
                        house.links,
                        () -> LATER,
                        house.trail)
                .handle(new SaveConnection.Command(before.id(), Version.FIRST, content, actor))
                .await()
                .indefinitely();
    }

    final ConnectionView turn(Actor actor, ConnectionId id, boolean on) {
        return new SwitchConnection(
                        house.unitOfWork, house.connections, house.runs, house.views, house.trail)
                .handle(new SwitchConnection.Command(id, on, actor))
                .await()
                .indefinitely();
    }

    final void delete(Actor actor, ConnectionId id) {
        new DeleteConnection(house.unitOfWork, house.connections, house.runs, house.trail)
                .handle(new DeleteConnection.Command(id, actor))
                .await()
                .indefinitely();
    }

    final void setSecret(Actor actor, ConnectionId id, String field, String secret) {
        new SetSecret(
                        house.unitOfWork,
                        house.connections,
                        house.views,
                        house.vault,
                        () -> LATER,
                        house.trail)
                .handle(new SetSecret.Command(id, field, new Secret(secret), actor))
                .await()
                .indefinitely();
    }

    final void removeSecret(Actor actor, ConnectionId id, String field) {
        new RemoveSecret(house.unitOfWork, house.connections, house.views, house.vault, house.trail)
                .handle(new RemoveSecret.Command(id, field, actor))
                .await()
                .indefinitely();
    }

    final TestReport test(Actor actor, ConnectionId id, UnsavedSetup unsaved) {
        return new TestConnection(
                        house.unitOfWork,
                        house.accesses,
                        house.calls,
                        house.connections,
                        house.trail)
                .handle(
                        new TestConnection.Command(
                                new TestConnection.Subject.Saved(id), unsaved, actor))
                .await()
                .indefinitely();
    }

    final RunState stateOf(RunId run) {
        return house.runs.find(run).await().indefinitely().orElseThrow().summary().state();
    }

    final Map<String, Secret> revealed(ConnectionId id) {
        return house.vault
                .reveal(id, new Target(Map.of("host", "files.example")))
                .await()
                .indefinitely();
    }

    static UnsavedSetup nothingTyped() {
        return new UnsavedSetup(Optional.empty(), Map.of());
    }

    static Content renamed(Connection connection, String name) {
        return new Content(name, "", connection.setup(), connection.goals());
    }

    static List<String> places(Throwable refused) {
        assertThat(refused).isInstanceOf(RequestInvalid.class);
        return ((RequestInvalid) refused).violations().stream().map(Violation::pointer).toList();
    }
}
