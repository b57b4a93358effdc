package io.connections.adapters.persistence.profile;

import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.profile.port.CleanUpQueue;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.PropertyId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@Singleton
final class PostgresCleanUpQueue implements CleanUpQueue {
    private static final String GIVEN =
            """
            (select id, array(select jsonb_array_elements_text(keys)) as keys, refused, before
             from jsonb_to_recordset(cast(cast(?1 as text) as jsonb))
               as g(id uuid, keys jsonb, refused text, before text))
            """;

    /// What refuses, with the profile's row in hand: only what cleans up waits.
    static Uni<Void> add(ProfileId profile, Set<ObjectiveId> withdrawn) {
        return withdrawn.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.change(
                                """
                                insert into profile_clean_up (profile_id, objective)
                                select ?2, id from objective
                                where cleans_up and deleted_at is null and id in (
                                  select jsonb_array_elements_text(cast(cast(?1 as text) as jsonb)))
                                on conflict (profile_id, objective) do update set due_at = now()
                                """,
                                texts(withdrawn.stream().map(ObjectiveId::value).toList()),
                                profile.value())
                        .replaceWithVoid();
    }

    @Override
    public Uni<List<Due>> take(Instant now, int most) {
        return Sql.returning(
                        """
                        delete from profile_clean_up q using (
                          select profile_id, objective from profile_clean_up
                          where due_at <= ?1
                          order by profile_id, objective limit ?2 for update skip locked) taken
                        where q.profile_id = taken.profile_id and q.objective = taken.objective
                        returning q.profile_id, q.objective
                        """,
                        now,
                        most)
                .chain(
                        rows -> {
                            Map<UUID, Set<ObjectiveId>> refused = new LinkedHashMap<>();
                            rows.forEach(
                                    row ->
                                            refused.computeIfAbsent(
                                                            UUID.fromString(
                                                                    row.getString("profile_id")),
                                                            _ -> new HashSet<>())
                                                    .add(
                                                            new ObjectiveId(
                                                                    row.getString("objective"))));
                            return refused.isEmpty()
                                    ? Uni.createFrom().item(List.of())
                                    : profiles(refused);
                        });
    }

    /// In one order, as runs and people take them: two never wait for one another crosswise.
    private static Uni<List<Due>> profiles(Map<UUID, Set<ObjectiveId>> refused) {
        return Sql.select(
                        """
                        select id, properties, zone, consent, version, modified_at
                        from profile where id in (
                          select cast(jsonb_array_elements_text(cast(cast(?1 as text) as jsonb)) as uuid))
                        order by id for update
                        """,
                        texts(refused.keySet().stream().map(UUID::toString).toList()))
                .map(
                        rows ->
                                rows.stream()
                                        .map(ProfileDocument::profile)
                                        .map(each -> due(each, refused))
                                        .toList());
    }

    private static Due due(Profile profile, Map<UUID, Set<ObjectiveId>> refused) {
        return new Due(profile, refused.getOrDefault(profile.id().value(), Set.of()));
    }

    @Override
    public Uni<Void> postpone(Due due, Instant until) {
        return Sql.change(
                        """
                        update profile_clean_up set due_at = ?3
                        where profile_id = ?2 and objective in (
                          select jsonb_array_elements_text(cast(cast(?1 as text) as jsonb)))
                        """,
                        texts(due.withdrawn().stream().map(ObjectiveId::value).toList()),
                        due.profile().id().value(),
                        until)
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Need>> needs(Set<ObjectiveId> objectives) {
        return Sql.select(
                        """
                        with need as materialized (
                          select c.objectives, array(select distinct used.property from %s) as properties
                          from connection c),
                        concerned as (
                          select distinct unnest(properties) as property from need
                          where jsonb_exists_any(objectives, array(
                            select jsonb_array_elements_text(cast(cast(?1 as text) as jsonb)))))
                        select objectives, to_jsonb(properties) as properties from need
                        where properties && array(select property from concerned)
                        """
                                .formatted(PostgresPropertyUses.USED.formatted("c.goals")),
                        texts(objectives.stream().map(ObjectiveId::value).toList()))
                .map(rows -> rows.stream().map(PostgresCleanUpQueue::need).toList());
    }

    private static Need need(JsonObject row) {
        return new Need(
                all(row.getJsonArray("objectives"))
                        .map(ObjectiveId::new)
                        .collect(Collectors.toSet()),
                all(row.getJsonArray("properties"))
                        .map(PropertyId::new)
                        .collect(Collectors.toSet()));
    }

    private static Stream<String> all(JsonArray texts) {
        return texts.stream().map(String::valueOf);
    }

    @Override
    public Uni<Void> clear(List<Clearing> clearings) {
        JsonArray rows = new JsonArray();
        clearings.forEach(
                each ->
                        rows.add(
                                new JsonObject()
                                        .put("id", each.profile().value().toString())
                                        .put(
                                                "keys",
                                                new JsonArray(
                                                        each.properties().stream()
                                                                .map(String::valueOf)
                                                                .toList()))
                                        .put("refused", each.refused())
                                        .put("before", nothing(each.properties()))));
        String given = rows.encode();
        return Sql.change(
                        """
                        update profile p set properties = p.properties - g.keys,
                          version = p.version + 1, modified_at = now()
                        from %s g where p.id = g.id
                        """
                                .formatted(GIVEN),
                        given)
                .chain(() -> forget(given))
                .chain(
                        () ->
                                Sql.change(
                                        """
                                        insert into profile_change (profile_id, disposition, actor, before)
                                        select g.id, 'W', g.refused, cast(g.before as jsonb) from %s g
                                        """
                                                .formatted(GIVEN),
                                        given))
                .replaceWithVoid();
    }

    /// A row that remembered nothing else remembers nothing; an empty document would say that it
    /// changed something.
    private static Uni<Integer> forget(String given) {
        return Sql.change(
                """
                update profile_change c set before = nullif(c.before - g.keys, '{}')
                from %s g where c.profile_id = g.id and jsonb_exists_any(c.before, g.keys)
                """
                        .formatted(GIVEN),
                given);
    }

    private static String nothing(Set<Integer> properties) {
        Map<Integer, List<String>> nothing = new TreeMap<>();
        properties.forEach(each -> nothing.put(each, List.of()));
        return ProfileDocument.former(nothing);
    }

    private static String texts(Collection<String> texts) {
        return new JsonArray(List.copyOf(texts)).encode();
    }
}
