package io.connections.adapters.persistence.connection;

import io.connections.adapters.persistence.kernel.PropertyUseLock;
import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.catalog.SetupValues;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.kernel.Version;
import io.connections.domain.kernel.Violation;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@Singleton
class PostgresConnectionRepository implements ConnectionRepository {
    private final Rows rows;
    private final GoalDocuments documents;

    PostgresConnectionRepository(Rows rows, GoalDocuments documents) {
        this.rows = rows;
        this.documents = documents;
    }

    /// Panache's queries; only this class sees the rows.
    @Singleton
    static class Rows implements PanacheRepositoryBase<ConnectionEntity, UUID> {}

    @Override
    public Uni<Optional<Connection>> find(ConnectionId id) {
        return rows.find("id", id.value())
                .firstResult()
                .map(row -> Optional.ofNullable(row).map(this::connection));
    }

    @Override
    public Uni<List<Connection>> switchedOn(Collection<ConnectionTypeId> types) {
        return types.isEmpty()
                ? Uni.createFrom().item(List.of())
                : rows.find(
                                "turnedOn and typeId in ?1 order by id",
                                types.stream().map(ConnectionTypeId::value).toList())
                        .list()
                        .map(found -> found.stream().map(this::connection).toList());
    }

    @Override
    public Uni<Void> add(Connection connection) {
        ConnectionEntity row = new ConnectionEntity();
        row.id = connection.id().value();
        row.version = connection.version().number();
        row.typeId = connection.type().value();
        row.name = connection.name();
        row.description = connection.description();
        row.turnedOn = connection.on();
        row.setup = documents.setup(connection.setup().values());
        row.goals = documents.goals(connection.goals());
        row.editRoles = documents.editRights(connection.editRights());
        row.objectives = documents.objectives(connection.objectives());
        row.scope = documents.scope(connection.scope());
        row.createdAt = connection.created().at();
        row.createdBy = connection.created().by();
        row.modifiedAt = connection.modified().at();
        row.modifiedBy = connection.modified().by();
        return PropertyUseLock.use()
                .chain(() -> rows.persistAndFlush(row))
                .chain(() -> keepVersion(connection));
    }

    @Override
    public Uni<Boolean> save(Connection connection, Version from) {
        return PropertyUseLock.use()
                .chain(() -> Panache.getSession())
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                update connection set version = :version, name = :name,
                                                description = :description,
                                                setup = cast(cast(:setup as text) as jsonb),
                                                goals = cast(cast(:goals as text) as jsonb),
                                                edit_roles = cast(cast(:roles as text) as jsonb),
                                                objectives = cast(cast(:objectives as text) as jsonb),
                                                scope = cast(cast(:scope as text) as jsonb),
                                                modified_at = :at, modified_by = :by
                                                where id = :id and version = :from
                                                """)
                                        .setParameter("version", connection.version().number())
                                        .setParameter("name", connection.name())
                                        .setParameter("description", connection.description())
                                        .setParameter(
                                                "setup",
                                                documents.setup(connection.setup().values()))
                                        .setParameter("goals", documents.goals(connection.goals()))
                                        .setParameter(
                                                "roles",
                                                documents.editRights(connection.editRights()))
                                        .setParameter(
                                                "objectives",
                                                documents.objectives(connection.objectives()))
                                        .setParameter("scope", documents.scope(connection.scope()))
                                        .setParameter("at", connection.modified().at())
                                        .setParameter("by", connection.modified().by())
                                        .setParameter("id", connection.id().value())
                                        .setParameter("from", from.number())
                                        .executeUpdate())
                .call(this::forgetWhatWasRead)
                .chain(
                        updated ->
                                updated == 0
                                        ? Uni.createFrom().item(false)
                                        : keepVersion(connection).replaceWith(true));
    }

    @Override
    public Uni<Boolean> turn(ConnectionId id, boolean on) {
        return rows.update("turnedOn = ?1 where id = ?2", on, id.value())
                .call(this::forgetWhatWasRead)
                .map(updated -> updated == 1);
    }

    @Override
    public Uni<Void> delete(ConnectionId id) {
        return rows.delete("id", id.value()).call(this::forgetWhatWasRead).replaceWithVoid();
    }

    @Override
    public Uni<Map<ConnectionId, Held>> hold(Collection<ConnectionId> ids) {
        return Sql.select(
                        "select id, name, edit_roles from connection where id"
                                + Sql.IN_IDS
                                + " order by id for update",
                        Sql.ids(ids))
                .map(
                        found ->
                                found.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        row -> id(row.getString("id")),
                                                        this::held)));
    }

    private Held held(JsonObject row) {
        return new Held(
                row.getString("name"),
                documents.editRights(row.getJsonArray("edit_roles").encode()));
    }

    @Override
    public Uni<Set<ConnectionId>> turnAll(Collection<ConnectionId> ids, boolean on) {
        return Sql.returning(
                        "update connection set turned_on = ?2 where turned_on <> ?2 and id"
                                + Sql.IN_IDS
                                + " returning id",
                        Sql.ids(ids),
                        on)
                .call(this::forgetWhatWasRead)
                .map(
                        turned ->
                                turned.stream()
                                        .map(row -> id(row.getString("id")))
                                        .collect(Collectors.toSet()));
    }

    @Override
    public Uni<Void> deleteAll(Collection<ConnectionId> ids) {
        return Sql.change("delete from connection where id" + Sql.IN_IDS, Sql.ids(ids))
                .call(this::forgetWhatWasRead)
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> judge(Collection<Judgement> judgements) {
        JsonArray found = new JsonArray();
        judgements.forEach(
                one ->
                        found.add(
                                new JsonObject()
                                        .put("id", one.connection().value().toString())
                                        .put("complete", one.complete())
                                        .put(
                                                "pointer",
                                                one.problem().map(Violation::pointer).orElse(null))
                                        .put(
                                                "code",
                                                one.problem().map(Violation::code).orElse(null))
                                        .put(
                                                "message",
                                                one.problem().map(Violation::message).orElse(null))
                                        .put("type", one.typeName())
                                        .put("direction", one.direction().name())));
        return Sql.change(
                        """
                        update connection_overview o set complete = j.complete, stale = false,
                          type_name = j.type,
                          direction = j.direction, problem_pointer = j.pointer,
                          problem_code = j.code, problem_message = j.message
                        from jsonb_to_recordset(cast(cast(?1 as text) as jsonb))
                          as j(id uuid, complete boolean, type text, direction text, pointer text,
                            code text, message text)
                        where o.connection_id = j.id
                          and (o.stale, o.complete, o.type_name, o.direction, o.problem_pointer,
                              o.problem_code, o.problem_message)
                            is distinct from (false, j.complete, j.type, j.direction, j.pointer,
                              j.code, j.message)
                        """,
                        found.encode())
                .replaceWithVoid();
    }

    /// The connection's row is locked first, as whoever changes a connection does. Marked before it
    /// is judged: what cannot be judged is not asked for for ever, and whoever changes it meanwhile
    /// marks it again.
    @Override
    public Uni<List<Connection>> unjudged(int limit) {
        return Sql.select(
                        """
                        select c.id from connection_overview o join connection c
                          on c.id = o.connection_id
                        where o.stale limit ?1 for update of c skip locked
                        """,
                        limit)
                .map(found -> found.stream().map(row -> id(row.getString("id"))).toList())
                .call(
                        ids ->
                                Sql.change(
                                        "update connection_overview set stale = false where"
                                                + " connection_id"
                                                + Sql.IN_IDS,
                                        Sql.ids(ids)))
                .chain(ids -> rows.list("id in ?1", ids.stream().map(ConnectionId::value).toList()))
                .map(found -> found.stream().map(this::connection).toList());
    }

    @Override
    public Uni<Void> doubtAll() {
        return Sql.change("update connection_overview set stale = true where not stale")
                .replaceWithVoid();
    }

    /// An update by query passes the session by; what it has read before is stale then.
    private Uni<Void> forgetWhatWasRead() {
        return Panache.getSession().invoke(session -> session.clear()).replaceWithVoid();
    }

    private Uni<Void> keepVersion(Connection connection) {
        String document =
                new JsonObject()
                        .put("name", connection.name())
                        .put("description", connection.description())
                        .put("setup", new JsonObject(documents.setup(connection.setup().values())))
                        .put("goals", new JsonArray(documents.goals(connection.goals())))
                        .put(
                                "editRoles",
                                new JsonArray(documents.editRights(connection.editRights())))
                        .put(
                                "objectives",
                                new JsonArray(documents.objectives(connection.objectives())))
                        .put("scope", new JsonObject(documents.scope(connection.scope())))
                        .encode();
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                insert into connection_version
                                                (connection_id, version, document, saved_at, saved_by)
                                                values (?1, ?2, cast(cast(?3 as text) as jsonb), ?4, ?5)
                                                """)
                                        .setParameter(1, connection.id().value())
                                        .setParameter(2, connection.version().number())
                                        .setParameter(3, document)
                                        .setParameter(4, connection.modified().at())
                                        .setParameter(5, connection.modified().by())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    private Connection connection(ConnectionEntity row) {
        return new Connection(
                new ConnectionId(row.id),
                new Version(row.version),
                new ConnectionTypeId(row.typeId),
                row.name,
                row.description,
                row.turnedOn,
                new SetupValues(documents.setup(row.setup)),
                documents.goals(row.goals),
                documents.editRights(row.editRoles),
                documents.scope(row.scope),
                documents.objectives(row.objectives),
                new Stamp(row.createdBy, row.createdAt),
                new Stamp(row.modifiedBy, row.modifiedAt));
    }

    private static ConnectionId id(String text) {
        return new ConnectionId(UUID.fromString(text));
    }
}
