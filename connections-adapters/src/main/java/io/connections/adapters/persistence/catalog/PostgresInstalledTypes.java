package io.connections.adapters.persistence.catalog;

import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.catalog.ConnectionTypeInUse.Use;
import io.connections.application.catalog.Installation;
import io.connections.application.catalog.port.InstalledTypes;
import io.connections.domain.catalog.ConnectionTypeId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

@Singleton
final class PostgresInstalledTypes implements InstalledTypes {
    private static final String ROWS =
            "select type_id, installed_at, installed_by from installed_type";

    @Override
    public Uni<Map<ConnectionTypeId, Installation>> all() {
        return Sql.select(ROWS)
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        row ->
                                                                new ConnectionTypeId(
                                                                        row.getString("type_id")),
                                                        PostgresInstalledTypes::installation)));
    }

    @Override
    public Uni<Optional<Installation>> find(ConnectionTypeId id) {
        return Sql.select(ROWS + " where type_id = ?1", id.value())
                .map(rows -> rows.stream().findFirst().map(PostgresInstalledTypes::installation));
    }

    @Override
    public Uni<Boolean> use(ConnectionTypeId id) {
        return locked(id, "for key share");
    }

    @Override
    public Uni<Boolean> hold(ConnectionTypeId id) {
        return locked(id, "for update");
    }

    /// The row's lock ends with the unit of work. Who waits and finds the row gone finds nothing.
    private static Uni<Boolean> locked(ConnectionTypeId id, String how) {
        return Sql.returning(
                        "select type_id from installed_type where type_id = ?1 " + how, id.value())
                .map(rows -> !rows.isEmpty());
    }

    @Override
    public Uni<Boolean> install(ConnectionTypeId id, Installation installation) {
        return Sql.change(
                        """
                        insert into installed_type (type_id, installed_at, installed_by)
                        values (?1, ?2, ?3) on conflict (type_id) do nothing
                        """,
                        id.value(),
                        OffsetDateTime.ofInstant(installation.at(), ZoneOffset.UTC),
                        installation.by())
                .map(rows -> rows == 1);
    }

    @Override
    public Uni<Void> uninstall(ConnectionTypeId id) {
        return Sql.change("delete from installed_type where type_id = ?1", id.value())
                .replaceWithVoid();
    }

    @Override
    public Uni<Uses> usesOf(ConnectionTypeId id, int names) {
        return Sql.select("select count(*) as found from connection where type_id = ?1", id.value())
                .map(rows -> rows.getFirst().getLong("found"))
                .chain(
                        count ->
                                Sql.select(
                                                """
                                                select id, name from connection where type_id = ?1
                                                order by lower(name), id limit ?2
                                                """,
                                                id.value(),
                                                names)
                                        .map(rows -> new Uses(count, uses(rows))));
    }

    private static List<Use> uses(List<JsonObject> rows) {
        return rows.stream()
                .map(row -> new Use(UUID.fromString(row.getString("id")), row.getString("name")))
                .toList();
    }

    private static Installation installation(JsonObject row) {
        return new Installation(
                OffsetDateTime.parse(row.getString("installed_at")).toInstant(),
                row.getString("installed_by"));
    }
}
