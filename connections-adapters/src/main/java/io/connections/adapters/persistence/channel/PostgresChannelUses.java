package io.connections.adapters.persistence.channel;

import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.channel.ChannelInUse.Use;
import io.connections.application.channel.port.ChannelUses;
import io.connections.domain.channel.ChannelId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Looks into the scopes of connections, by their index.
@Singleton
final class PostgresChannelUses implements ChannelUses {
    private static final String HAS_CHOSEN =
            """
            k.scope @> jsonb_build_object('channels',
              jsonb_build_array(jsonb_build_object('channel', cast(%s as text))))
            """;

    @Override
    public Uni<List<Use>> of(ChannelId channel, int limit) {
        return Sql.select(
                        """
                        select k.id, k.name from connection k where %s
                        order by lower(k.name), k.id limit ?2
                        """
                                .formatted(HAS_CHOSEN.formatted("?1")),
                        channel.value().toString(),
                        limit)
                .map(rows -> rows.stream().map(PostgresChannelUses::use).toList());
    }

    private static Use use(JsonObject row) {
        return new Use(UUID.fromString(row.getString("id")), row.getString("name"));
    }

    @Override
    public Uni<Map<ChannelId, Long>> count(Collection<ChannelId> channels) {
        return Sql.select(
                        """
                        select c.id, (select count(*) from connection k where %s) as uses
                        from jsonb_array_elements_text(cast(cast(?1 as text) as jsonb)) as c(id)
                        """
                                .formatted(HAS_CHOSEN.formatted("c.id")),
                        new JsonArray(
                                        channels.stream()
                                                .map(id -> id.value().toString())
                                                .distinct()
                                                .toList())
                                .encode())
                .map(
                        rows ->
                                rows.stream()
                                        .filter(row -> row.getLong("uses") > 0)
                                        .collect(
                                                Collectors.toMap(
                                                        row ->
                                                                new ChannelId(
                                                                        UUID.fromString(
                                                                                row.getString(
                                                                                        "id"))),
                                                        row -> row.getLong("uses"))));
    }
}
