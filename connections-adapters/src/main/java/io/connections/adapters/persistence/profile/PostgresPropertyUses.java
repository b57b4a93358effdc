package io.connections.adapters.persistence.profile;

import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.profile.port.PropertyUses;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyInUse.Use;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

@Singleton
final class PostgresPropertyUses implements PropertyUses {
    @Override
    public Uni<List<Use>> of(PropertyId id) {
        return Sql.select(
                        """
                        select c.id, c.name from connection c
                        where exists (
                          select 1 from (
                            select jsonb_path_query(c.goals, '$[*].mapping[*].property')
                            union all
                            select jsonb_path_query(c.goals, '$[*].matching.anyOf[*][*]')
                          ) as used(property)
                          where lower(used.property #>> '{}') = ?1)
                        order by lower(c.name), c.id
                        """,
                        id.key())
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
