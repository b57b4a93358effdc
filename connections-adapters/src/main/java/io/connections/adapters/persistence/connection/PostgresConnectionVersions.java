package io.connections.adapters.persistence.connection;

import io.connections.application.connection.port.ConnectionVersions;
import io.connections.application.connection.version.SavedVersion;
import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.catalog.SetupValues;
import io.connections.domain.channel.ChannelScope;
import io.connections.domain.connection.Connection.Content;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.connection.EditRights;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.kernel.Version;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

@Singleton
final class PostgresConnectionVersions implements ConnectionVersions {
    private final GoalDocuments documents;

    PostgresConnectionVersions(GoalDocuments documents) {
        this.documents = documents;
    }

    @Override
    public Uni<Page<SavedVersion>> list(ConnectionId connection, PageRequest page) {
        return before(
                        connection,
                        page.after()
                                .map(PostgresConnectionVersions::numberOf)
                                .orElse(Long.MAX_VALUE),
                        page.limit() + 1)
                .map(
                        found ->
                                Page.of(
                                        found,
                                        page.limit(),
                                        saved ->
                                                Cursor.of(
                                                        Long.toString(saved.version().number()))));
    }

    @Override
    public Uni<Optional<SavedVersion>> find(ConnectionId connection, Version version) {
        return before(connection, version.number() + 1, 1)
                .map(
                        found ->
                                found.stream()
                                        .filter(saved -> saved.version().equals(version))
                                        .findFirst());
    }

    private Uni<List<SavedVersion>> before(ConnectionId connection, long version, int limit) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select version, cast(document as text), saved_by, saved_at
                                                from connection_version
                                                where connection_id = ?1 and version < ?2
                                                order by version desc limit ?3
                                                """,
                                                Object[].class)
                                        .setParameter(1, connection.value())
                                        .setParameter(2, version)
                                        .setParameter(3, limit)
                                        .getResultList())
                .map(rows -> rows.stream().map(this::savedVersion).toList());
    }

    private SavedVersion savedVersion(Object[] row) {
        JsonObject document = new JsonObject((String) row[1]);
        return new SavedVersion(
                new Version((Long) row[0]),
                new Content(
                        document.getString("name"),
                        document.getString("description"),
                        new SetupValues(documents.setup(document.getJsonObject("setup").encode())),
                        documents.goals(document.getJsonArray("goals").encode()),
                        editRights(document),
                        scope(document),
                        objectives(document)),
                new Stamp((String) row[2], ((OffsetDateTime) row[3]).toInstant()));
    }

    /// A version from before there were edit rights says nothing of them.
    private EditRights editRights(JsonObject document) {
        return Optional.ofNullable(document.getJsonArray("editRoles"))
                .map(roles -> documents.editRights(roles.encode()))
                .orElse(EditRights.EVERYBODY);
    }

    /// A version from before there were scopes was active everywhere.
    private ChannelScope scope(JsonObject document) {
        return Optional.ofNullable(document.getJsonObject("scope"))
                .map(scope -> documents.scope(scope.encode()))
                .orElseGet(ChannelScope.Everywhere::new);
    }

    /// Nor does one from before there were objectives name any.
    private List<ObjectiveId> objectives(JsonObject document) {
        return Optional.ofNullable(document.getJsonArray("objectives"))
                .map(ids -> documents.objectives(ids.encode()))
                .orElse(List.of());
    }

    private static long numberOf(Cursor cursor) {
        try {
            return Long.parseLong(cursor.key().getFirst());
        } catch (NumberFormatException e) {
            throw RequestInvalid.cursor();
        }
    }
}
