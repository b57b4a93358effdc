package io.connections.adapters.persistence.profile;

import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.profile.Erasure;
import io.connections.application.profile.Erasure.Removed;
import io.connections.application.profile.Erasure.Traces;
import io.connections.application.profile.ErasureId;
import io.connections.application.profile.port.Erasures;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@Singleton
final class PostgresErasures implements Erasures {
    private static final String COLUMNS =
            """
            select id, profile_id, erased_at, actor, identifiers, property_values, statements,
              events, website_events, rejected_records, traces_gone_at
            from erasure
            """;

    /// What stands where statements are expected and is none counts as nothing: whoever cannot be
    /// read can be erased.
    private static final String STATEMENTS =
            """
            profile p, jsonb_each(case when jsonb_typeof(p.consent) = 'object' then p.consent else '{}' end) c
            where p.id = ?1 and jsonb_typeof(c.value) = 'array'
            """;

    @Override
    public Uni<Optional<Erasure>> erase(ErasureId id, ProfileId profile, String by, Instant at) {
        return ForgottenBrowsers.hold()
                .chain(
                        () ->
                                Sql.select(
                                        """
                                        select id, properties, zone, consent, version, modified_at
                                        from profile where id = ?1 for update
                                        """,
                                        profile.value()))
                .chain(
                        rows ->
                                rows.isEmpty()
                                        ? Uni.createFrom().item(Optional.empty())
                                        : known(ProfileDocument.profile(rows.getFirst()))
                                                .chain(
                                                        person ->
                                                                erase(
                                                                        new Request(id, by, at),
                                                                        person))
                                                .map(Optional::of));
    }

    /// @param former identifiers of before, by the number of their property
    private record Person(Profile profile, Map<Integer, Set<String>> former) {
        UUID id() {
            return profile.id().value();
        }

        Stream<Map.Entry<Integer, String>> values() {
            return each(profile.values());
        }

        Stream<Map.Entry<Integer, String>> formerIdentifiers() {
            return each(former);
        }

        private static Stream<Map.Entry<Integer, String>> each(
                Map<Integer, ? extends Collection<String>> values) {
            return values.entrySet().stream()
                    .flatMap(
                            all ->
                                    all.getValue().stream()
                                            .map(one -> Map.entry(all.getKey(), one)));
        }
    }

    /// By what the person was known before, too, as far as that is remembered. What is somebody
    /// else's by now names them.
    private static Uni<Person> known(Profile profile) {
        return Sql.select(
                        """
                        select distinct f.property, f.value
                        from profile_change c, jsonb_each(c.before) e,
                          jsonb_array_elements_text(case jsonb_typeof(e.value) when 'array' then e.value
                            when 'string' then jsonb_build_array(e.value) else '[]' end) v,
                          lateral (select e.key::integer as property, v.value) f
                        where c.profile_id = ?1
                          and f.property in (select number from profile_property where identifier)
                          and not exists (select from profile_identifier i
                            where i.property = f.property and i.value = f.value collate "C"
                              and i.profile_id <> ?1)
                        """,
                        profile.id().value())
                .map(
                        rows ->
                                new Person(
                                        profile,
                                        rows.stream()
                                                .collect(
                                                        Collectors.groupingBy(
                                                                row -> row.getInteger("property"),
                                                                Collectors.mapping(
                                                                        row ->
                                                                                row.getString(
                                                                                        "value"),
                                                                        Collectors.toSet())))));
    }

    private record Request(ErasureId id, String by, Instant at) {}

    private static Uni<Erasure> erase(Request request, Person person) {
        Profile profile = person.profile();
        UUID id = person.id();
        return giveUpIdentifiers(person)
                .chain(identifiers -> remove(person, identifiers))
                .chain(
                        gone -> {
                            Erasure receipt =
                                    new Erasure(
                                            request.id(),
                                            profile.id(),
                                            request.at(),
                                            request.by(),
                                            gone.counted(),
                                            new Traces.Sought());
                            return insert(receipt)
                                    .chain(
                                            () ->
                                                    seek(
                                                            receipt.id(),
                                                            Set.copyOf(gone.identifiers()),
                                                            person))
                                    .replaceWith(receipt);
                        })
                .call(() -> Sql.change("delete from profile where id = ?1", id))
                .call(
                        () ->
                                Sql.change(
                                        """
                                        insert into profile_change (profile_id, disposition, actor)
                                        values (?1, 'D', ?2)
                                        """,
                                        id,
                                        request.by()));
    }

    private record Gone(List<String> identifiers, Removed counted) {}

    private static Uni<Gone> remove(Person person, List<String> identifiers) {
        UUID id = person.id();
        int values = (int) person.values().count();
        return takeAway(id)
                .chain(
                        statements ->
                                forgetFormerValues(id)
                                        .chain(
                                                events ->
                                                        ForgottenBrowsers.forget(
                                                                        given(
                                                                                Stream.concat(
                                                                                        person
                                                                                                .values(),
                                                                                        person
                                                                                                .formerIdentifiers())))
                                                                .map(
                                                                        sent ->
                                                                                new Removed(
                                                                                        identifiers
                                                                                                .size(),
                                                                                        values,
                                                                                        statements,
                                                                                        events,
                                                                                        sent))))
                .map(counted -> new Gone(identifiers, counted));
    }

    /// @param values by the number of their property
    private static String given(Stream<Map.Entry<Integer, String>> values) {
        JsonArray given = new JsonArray();
        values.forEach(
                each ->
                        given.add(
                                new JsonObject()
                                        .put("property", each.getKey())
                                        .put("value", each.getValue())));
        return given.encode();
    }

    /// Found by their values: there is no index by profile. Of which property they are is not
    /// asked; nobody knows any more which of a deleted one were identifiers.
    private static Uni<List<String>> giveUpIdentifiers(Person person) {
        return Sql.returning(
                        """
                        delete from profile_identifier i using (
                          select * from jsonb_to_recordset(cast(cast(?2 as text) as jsonb))
                            as g(property int, value text)) g
                        where i.property = g.property and i.value = g.value collate "C"
                          and i.profile_id = ?1
                        returning i.value
                        """,
                        person.id(),
                        given(person.values()))
                .map(rows -> rows.stream().map(row -> row.getString("value")).toList());
    }

    /// Consent with what proved it. What a run brought proves the consent of others, too, and says
    /// nothing of anybody.
    private static Uni<Integer> takeAway(UUID id) {
        return countNoMore(id)
                .chain(
                        () ->
                                Sql.change(
                                        "delete from consent_evidence where run_id is null and id in ("
                                                + "select (c.value->>2)::bigint from "
                                                + STATEMENTS
                                                + """
                                                   and jsonb_typeof(c.value->2) = 'number'
                                                union all
                                                select evidence from consent_past where profile_id = ?1)
                                                """,
                                        id))
                .chain(() -> Sql.select("select count(*)::int as held from " + STATEMENTS, id))
                .map(rows -> rows.getFirst().getInteger("held"))
                .chain(
                        current ->
                                Sql.change("delete from consent_past where profile_id = ?1", id)
                                        .map(past -> current + past));
    }

    private static Uni<Integer> countNoMore(UUID id) {
        return Sql.change(
                """
                insert into consent_total as t (objective, slot, granted, refused)
                select c.key, -1, -coalesce((c.value->>0 = 'g')::int, 0),
                  -coalesce((c.value->>0 = 'r')::int, 0)
                from
                """
                        + STATEMENTS
                        + """
                         order by 1
                        on conflict (objective, slot) do update
                        set granted = t.granted + excluded.granted, refused = t.refused + excluded.refused
                        """,
                id);
    }

    /// Whoever changed the profile has committed, or will find it gone: its row is locked. What was
    /// cleared says what the person refused, too.
    private static Uni<Integer> forgetFormerValues(UUID id) {
        return Sql.change(
                """
                update profile_change
                set before = null, actor = case when disposition <> 'W' then actor end
                where profile_id = ?1 and before is not null
                """,
                id);
    }

    private static Uni<Integer> insert(Erasure receipt) {
        Removed removed = receipt.removed();
        return Sql.change(
                """
                insert into erasure (id, profile_id, erased_at, actor, identifiers, property_values,
                                     statements, events, website_events)
                values (?1, ?2, cast(cast(?3 as text) as timestamptz), ?4, ?5, ?6, ?7, ?8, ?9)
                """,
                receipt.id().value(),
                receipt.profile().value(),
                receipt.at().toString(),
                receipt.by(),
                removed.identifiers(),
                removed.values(),
                removed.statements(),
                removed.events(),
                removed.websiteEvents());
    }

    private static Uni<Integer> seek(ErasureId id, Set<String> identifiers, Person person) {
        Map<String, Boolean> known = new HashMap<>();
        person.values()
                .forEach(each -> known.put(each.getValue(), identifiers.contains(each.getValue())));
        person.formerIdentifiers().forEach(each -> known.put(each.getValue(), true));
        JsonArray traces = new JsonArray();
        known.forEach(
                (value, identifier) ->
                        traces.add(
                                new JsonObject()
                                        .put("value", value)
                                        .put("identifier", identifier)));
        return Sql.change(
                """
                insert into erasure_trace (erasure_id, value, identifier)
                select ?1, t.value, t.identifier
                from jsonb_to_recordset(cast(cast(?2 as text) as jsonb))
                  as t(value text, identifier boolean)
                where octet_length(t.value) <= 2048
                """,
                id.value(),
                traces.encode());
    }

    @Override
    public Uni<Optional<Erasure>> find(ErasureId id) {
        return Sql.select(COLUMNS + " where id = ?1", id.value())
                .map(rows -> rows.stream().map(PostgresErasures::erasure).findFirst());
    }

    @Override
    public Uni<Page<Erasure>> list(Optional<ProfileId> profile, PageRequest page) {
        return Sql.select(
                        COLUMNS
                                + """
                                 where id < cast(cast(?1 as text) as uuid)
                                  and (cast(?2 as text) = ''
                                    or profile_id = cast(nullif(cast(?2 as text), '') as uuid))
                                order by id desc limit ?3
                                """,
                        page.after().map(PostgresErasures::place).orElse(BEHIND_ALL),
                        profile.map(each -> each.value().toString()).orElse(""),
                        page.limit() + 1)
                .map(
                        rows ->
                                Page.of(
                                        rows.stream().map(PostgresErasures::erasure).toList(),
                                        page.limit(),
                                        last -> Cursor.of(last.id().value().toString())));
    }

    private static final String BEHIND_ALL = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    private static String place(Cursor cursor) {
        try {
            return UUID.fromString(cursor.key().getFirst()).toString();
        } catch (IllegalArgumentException e) {
            throw RequestInvalid.cursor();
        }
    }

    private static Erasure erasure(JsonObject row) {
        String gone = row.getString("traces_gone_at");
        return new Erasure(
                new ErasureId(UUID.fromString(row.getString("id"))),
                new ProfileId(UUID.fromString(row.getString("profile_id"))),
                at(row.getString("erased_at")),
                row.getString("actor"),
                new Removed(
                        row.getInteger("identifiers"),
                        row.getInteger("property_values"),
                        row.getInteger("statements"),
                        row.getInteger("events"),
                        row.getInteger("website_events")),
                gone == null
                        ? new Traces.Sought()
                        : new Traces.Gone(row.getLong("rejected_records"), at(gone)));
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
