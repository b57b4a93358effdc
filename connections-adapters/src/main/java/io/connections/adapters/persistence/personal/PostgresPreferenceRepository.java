package io.connections.adapters.persistence.personal;

import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.personal.port.PreferenceRepository;
import io.connections.domain.personal.Preference;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
final class PostgresPreferenceRepository implements PreferenceRepository {
    @Override
    public Uni<Preference> get(String user, String key) {
        return Sql.select("select value from preference where user_id = ?1 and key = ?2", user, key)
                .map(
                        found ->
                                new Preference(
                                        key,
                                        found.stream()
                                                .flatMap(row -> row.getJsonArray("value").stream())
                                                .map(String::valueOf)
                                                .toList()));
    }

    @Override
    public Uni<Void> put(String user, Preference preference) {
        return Sql.change(
                        """
                        insert into preference (user_id, key, value)
                        values (?1, ?2, cast(cast(?3 as text) as jsonb))
                        on conflict (user_id, key) do update set value = excluded.value
                        """,
                        user,
                        preference.key(),
                        new JsonArray(List.copyOf(preference.values())).encode())
                .replaceWithVoid();
    }

    @Override
    public Uni<Integer> count(String user) {
        return Sql.select("select count(*) as kept from preference where user_id = ?1", user)
                .map(rows -> rows.getFirst().getInteger("kept"));
    }
}
