package io.connections.adapters.persistence.profile;

import io.connections.adapters.persistence.document.ConsentDocuments;
import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.profile.Evidence;
import io.connections.application.profile.port.ProfileConsents;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.profile.PrivacyEdit;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileChanged;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.run.RunId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@Singleton
final class PostgresProfileConsents implements ProfileConsents {
    @Override
    public Uni<Optional<Profile>> findToChange(ProfileId id) {
        return Sql.select(
                        """
                        select id, properties, zone, consent, version, modified_at
                        from profile where id = ?1 for update
                        """,
                        id.value())
                .map(rows -> rows.stream().map(ProfileDocument::profile).findFirst());
    }

    @Override
    public Uni<EvidenceId> keep(Evidence.Stated evidence) {
        return Sql.returning(
                        """
                        insert into consent_evidence (recorded_at, actor, source, shown)
                        values (cast(cast(?1 as text) as timestamptz), ?2, nullif(?3, ''), nullif(?4, ''))
                        returning id
                        """,
                        evidence.recordedAt().toString(),
                        evidence.by(),
                        evidence.source().orElse(""),
                        evidence.shown().orElse(""))
                .map(rows -> new EvidenceId(rows.getFirst().getLong("id")));
    }

    @Override
    public Uni<Void> save(PrivacyEdit edit, String by) {
        return (edit.changesTheProfile() ? write(edit, by) : Uni.createFrom().voidItem())
                .chain(() -> keepPast(edit.after().id(), edit.past()))
                .chain(() -> forgetUnused(edit))
                .chain(() -> ConsentTallies.add(edit.tally()))
                .chain(() -> PostgresCleanUpQueue.add(edit.after().id(), edit.withdrawn()));
    }

    private static Uni<Void> write(PrivacyEdit edit, String by) {
        Profile after = edit.after();
        return Sql.change(
                        """
                        update profile
                        set zone = nullif(?2, 'rest-of-world'), consent = cast(cast(?3 as text) as jsonb), version = ?4,
                            modified_at = cast(cast(?5 as text) as timestamptz)
                        where id = ?1 and version = ?4 - 1
                        """,
                        after.id().value(),
                        edit.state().zone().code(),
                        ConsentDocuments.text(edit.state().consents()),
                        after.version().number(),
                        after.modified().toString())
                .invoke(
                        updated -> {
                            if (updated == 0) {
                                throw new ProfileChanged();
                            }
                        })
                .chain(
                        () ->
                                Sql.change(
                                        """
                                        insert into profile_change (profile_id, disposition, actor)
                                        values (?1, 'U', ?2)
                                        """,
                                        after.id().value(),
                                        by))
                .replaceWithVoid();
    }

    private static Uni<Void> keepPast(ProfileId id, List<ConsentStatement> past) {
        if (past.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JsonArray rows = new JsonArray();
        past.forEach(
                each ->
                        rows.add(
                                new JsonObject()
                                        .put("objective", each.objective().value())
                                        .put(
                                                "answer",
                                                String.valueOf(
                                                        ConsentDocuments.letter(each.answer())))
                                        .put("at", each.at().toString())
                                        .put("evidence", each.evidence().number())));
        return Sql.change(
                        """
                        insert into consent_past (profile_id, objective, answer, stated_at, evidence)
                        select ?1, p.objective, cast(p.answer as "char"), p.at, p.evidence
                        from jsonb_to_recordset(cast(cast(?2 as text) as jsonb))
                          as p(objective text, answer text, at timestamptz, evidence bigint)
                        order by 2, 4 on conflict do nothing
                        """,
                        id.value(),
                        rows.encode())
                .replaceWithVoid();
    }

    /// What was to prove a statement that is known already, from another evidence, proves nothing.
    private static Uni<Void> forgetUnused(PrivacyEdit edit) {
        Set<Long> evidence = numbers(edit.past());
        evidence.removeAll(numbers(edit.state().consents().all()));
        return evidence.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.change(
                                """
                                delete from consent_evidence where run_id is null
                                  and id in (select cast(n as bigint)
                                    from jsonb_array_elements_text(cast(cast(?2 as text) as jsonb)) n)
                                  and id not in (
                                    select evidence from consent_past where profile_id = ?1)
                                """,
                                edit.after().id().value(),
                                new JsonArray(List.copyOf(evidence)).encode())
                        .replaceWithVoid();
    }

    private static Set<Long> numbers(Collection<ConsentStatement> statements) {
        return statements.stream()
                .map(each -> each.evidence().number())
                .collect(Collectors.toCollection(HashSet::new));
    }

    @Override
    public Uni<List<ConsentStatement>> past(ProfileId id) {
        return Sql.select(
                        """
                        select objective, cast(answer as text) as answer, stated_at, evidence
                        from consent_past where profile_id = ?1
                        order by stated_at desc, objective, answer limit
                        """
                                + MOST_PAST,
                        id.value())
                .map(rows -> rows.stream().map(PostgresProfileConsents::statement).toList());
    }

    private static ConsentStatement statement(JsonObject row) {
        return new ConsentStatement(
                new ObjectiveId(row.getString("objective")),
                ConsentDocuments.answer(row.getString("answer")),
                instant(row, "stated_at"),
                new EvidenceId(row.getLong("evidence")));
    }

    @Override
    public Uni<Map<EvidenceId, Evidence>> evidence(Collection<EvidenceId> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Sql.select(
                        """
                        select e.id, e.recorded_at, e.actor, e.source, e.shown, e.run_id,
                          r.connection_id, r.connection_name
                        from consent_evidence e left join run r on r.id = e.run_id
                        where e.id in (
                          select cast(n as bigint)
                          from jsonb_array_elements_text(cast(cast(?1 as text) as jsonb)) n)
                        """,
                        new JsonArray(ids.stream().map(EvidenceId::number).toList()).encode())
                .map(
                        rows -> {
                            Map<EvidenceId, Evidence> found = new HashMap<>();
                            rows.forEach(
                                    row ->
                                            evidence(row)
                                                    .ifPresent(
                                                            one ->
                                                                    found.put(
                                                                            new EvidenceId(
                                                                                    row.getLong(
                                                                                            "id")),
                                                                            one)));
                            return found;
                        });
    }

    /// Empty where the run is forgotten already.
    private static Optional<Evidence> evidence(JsonObject row) {
        Instant recorded = instant(row, "recorded_at");
        if (row.getString("actor") != null) {
            return Optional.of(
                    new Evidence.Stated(
                            row.getString("actor"),
                            Optional.ofNullable(row.getString("source")),
                            Optional.ofNullable(row.getString("shown")),
                            recorded));
        }
        return Optional.ofNullable(row.getString("connection_id"))
                .map(
                        connection ->
                                new Evidence.ByRun(
                                        new RunId(UUID.fromString(row.getString("run_id"))),
                                        new ConnectionId(UUID.fromString(connection)),
                                        row.getString("connection_name"),
                                        recorded));
    }

    private static Instant instant(JsonObject row, String column) {
        return OffsetDateTime.parse(row.getString(column)).toInstant();
    }
}
