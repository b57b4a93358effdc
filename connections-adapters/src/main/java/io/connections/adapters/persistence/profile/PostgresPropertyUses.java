package io.connections.adapters.persistence.profile;

import io.connections.adapters.persistence.kernel.PropertyUseLock;
import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.profile.port.PropertyUses;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.ProfilesWithValues;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyInUse.Use;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

@Singleton
final class PostgresPropertyUses implements PropertyUses {
    private static final int ENOUGH = 10_000;
    private static final int LOOKED_AT = 2_000_000;

    /// The ids of all properties that the goals of `%1$s` read or write, small, as
    // `used(property)`.
    static final String USED =
            """
            (select lower(named.property #>> '{}') from (
               select jsonb_path_query(%1$s, '$[*].mapping[*].property')
               union all
               select jsonb_path_query(%1$s, '$[*].matching.anyOf[*][*]')
               union all
               select jsonb_path_query(%1$s, '$[*].values[*].property')
             ) as named(property)) as used(property)
            """;

    private static final String NEEDS =
            "exists (select 1 from " + USED + " where used.property = ?1)";

    @Override
    public Uni<Void> use() {
        return PropertyUseLock.use();
    }

    @Override
    public Uni<Void> hold() {
        return PropertyUseLock.delete();
    }

    @Override
    public Uni<List<Use>> of(PropertyId id) {
        return uses(
                "select c.id, c.name from connection c where "
                        + NEEDS.formatted("c.goals")
                        + " order by lower(c.name), c.id",
                id);
    }

    @Override
    public Uni<List<Use>> ofActiveRuns(PropertyId id) {
        return uses(
                """
                select r.connection_id as id, r.connection_name as name
                from run r join connection_version v
                  on v.connection_id = r.connection_id and v.version = r.connection_version
                where r.state in ('QUEUED', 'RUNNING') and\s"""
                        + NEEDS.formatted("v.document->'goals'")
                        + " order by lower(r.connection_name), r.connection_id",
                id);
    }

    /// An identifier's values have an index. Other values stand in the profiles' documents, which
    /// have none, so no more than so many profiles are looked at.
    @Override
    public Uni<ProfilesWithValues> inProfiles(ProfileProperty property) {
        Uni<List<JsonObject>> counted =
                property.identifier()
                        ? Sql.select(
                                """
                                select count(*) as found, count(*) <= ?2 as exact from (
                                  select 1 from profile_identifier where property = ?1
                                  limit ?2 + 1) found
                                """,
                                property.number(),
                                ENOUGH)
                        : Sql.select(
                                """
                                select count(*) as found,
                                  count(*) <= ?2 and not exists (
                                    select 1 from profile offset ?3 limit 1) as exact
                                from (
                                  select 1 from (select properties from profile limit ?3) looked_at
                                  where jsonb_exists(properties, cast(cast(?1 as integer) as text))
                                  limit ?2 + 1) found
                                """,
                                property.number(),
                                ENOUGH,
                                LOOKED_AT);
        return counted.map(
                rows ->
                        new ProfilesWithValues(
                                Math.min(rows.getFirst().getLong("found"), ENOUGH),
                                rows.getFirst().getBoolean("exact")));
    }

    private static Uni<List<Use>> uses(String query, PropertyId id) {
        return Sql.select(query, id.key())
                .map(
                        rows ->
                                rows.stream()
                                        .map(
                                                row ->
                                                        new Use(
                                                                UUID.fromString(
                                                                        row.getString("id")),
                                                                row.getString("name")))
                                        .toList());
    }
}
