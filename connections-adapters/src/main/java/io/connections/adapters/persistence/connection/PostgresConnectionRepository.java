package io.connections.adapters.persistence.connection;

import io.connections.adapters.persistence.kernel.PropertyUseLock;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.catalog.SetupValues;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.kernel.Version;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

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
    public Uni<Page<Connection>> list(String search, PageRequest page) {
        StringBuilder query = new StringBuilder("(1 = 1)");
        Map<String, Object> parameters = new HashMap<>();
        if (!search.isEmpty()) {
            query.append(
                    " and (lower(name) like lower(:search) escape '!'"
                            + " or lower(description) like lower(:search) escape '!')");
            parameters.put("search", "%" + literally(search) + "%");
        }
        page.after()
                .ifPresent(
                        cursor -> {
                            query.append(
                                    " and (lower(name) > lower(:name)"
                                            + " or (lower(name) = lower(:name) and id > :id))");
                            parameters.put("name", cursor.key().getFirst());
                            parameters.put("id", idOf(cursor));
                        });
        query.append(" order by lower(name), id");
        return rows.find(query.toString(), parameters)
                .range(0, page.limit())
                .list()
                .map(
                        found ->
                                Page.of(
                                                found,
                                                page.limit(),
                                                row -> Cursor.of(row.name, row.id.toString()))
                                        .map(this::connection));
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
                new Stamp(row.createdBy, row.createdAt),
                new Stamp(row.modifiedBy, row.modifiedAt));
    }

    private static String literally(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static UUID idOf(Cursor cursor) {
        if (cursor.key().size() != 2) {
            throw RequestInvalid.cursor();
        }
        try {
            return UUID.fromString(cursor.key().getLast());
        } catch (IllegalArgumentException e) {
            throw RequestInvalid.cursor();
        }
    }
}
