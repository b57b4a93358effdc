package io.connections.adapters.persistence.visitor;

import io.connections.adapters.persistence.document.ConsentDocuments;
import io.connections.adapters.persistence.kernel.Sql;
import io.connections.adapters.persistence.profile.ConsentTallies;
import io.connections.adapters.persistence.profile.ProfileDocument;
import io.connections.application.inpage.PageTally;
import io.connections.application.inpage.port.PageProfiles;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.ConsentGate.Verdict;
import io.connections.domain.consent.Consents;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.consent.Zone;
import io.connections.domain.goal.ChunkDecision;
import io.connections.domain.goal.ChunkDecision.LedgerEntry;
import io.connections.domain.goal.ChunkDecision.OwnedIdentifier;
import io.connections.domain.goal.Counts;
import io.connections.domain.goal.Disposition;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.KnownProfiles;
import io.connections.domain.goal.KnownProfiles.KnownProfile;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.ProfileChanged;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

@Singleton
final class PostgresPageProfiles implements PageProfiles {
    private static final int SLOTS = 16;
    private static final Comparator<OwnedIdentifier> BY_KEY =
            Comparator.comparingInt((OwnedIdentifier owned) -> owned.identifier().property())
                    .thenComparing(owned -> owned.identifier().value());

    @Override
    public Uni<KnownProfiles> owners(Collection<Identifier> identifiers) {
        KnownProfiles.Builder known = KnownProfiles.builder(identifiers.size());
        if (identifiers.isEmpty()) {
            return Uni.createFrom().item(known.build());
        }
        JsonArray wanted = new JsonArray();
        identifiers.forEach(each -> wanted.add(json(each)));
        return Sql.select(
                        """
                        select i.property, i.value, p.id, p.version, p.properties, p.zone, p.consent,
                          p.modified_at
                        from jsonb_to_recordset(cast(cast(?1 as text) as jsonb))
                          as w(property integer, value text)
                        join profile_identifier i
                          on i.property = w.property and i.value = w.value collate "C"
                        join profile p on p.id = i.profile_id
                        """,
                        wanted.encode())
                .map(
                        rows -> {
                            Map<UUID, KnownProfile> profiles = new HashMap<>();
                            rows.forEach(
                                    row ->
                                            known.owner(
                                                    new Identifier(
                                                            row.getInteger("property"),
                                                            row.getString("value")),
                                                    profiles.computeIfAbsent(
                                                            UUID.fromString(row.getString("id")),
                                                            _ -> ProfileDocument.known(row))));
                            return known.build();
                        });
    }

    private static JsonObject json(Identifier identifier) {
        return new JsonObject()
                .put("property", identifier.property())
                .put("value", identifier.value());
    }

    /// Identifiers before profiles, each sorted, as runs and people do. Several such writes in one
    /// unit of work may still meet others crosswise; the unit of work is then repeated.
    @Override
    public Uni<Void> write(
            ConnectionId connection, String name, GoalId goal, ChunkDecision decision) {
        return take(decision.identifiersAdded())
                .chain(() -> create(decision.created()))
                .chain(() -> change(decision.changed()))
                .chain(() -> remember(connection, name, goal, decision.ledger()))
                .chain(() -> ConsentTallies.add(decision.tally()));
    }

    private static Uni<Void> take(List<OwnedIdentifier> identifiers) {
        if (identifiers.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JsonArray rows = new JsonArray();
        identifiers.stream()
                .sorted(BY_KEY)
                .forEach(
                        each ->
                                rows.add(
                                        json(each.identifier())
                                                .put("owner", each.owner().value().toString())));
        return Sql.change(
                        """
                        insert into profile_identifier (property, value, profile_id)
                        select r.property, r.value, r.owner
                        from jsonb_to_recordset(cast(cast(?1 as text) as jsonb))
                          as r(property integer, value text, owner uuid)
                        order by r.property, r.value collate "C" on conflict do nothing
                        """,
                        rows.encode())
                .invoke(inserted -> requireAll(inserted, identifiers.size()))
                .replaceWithVoid();
    }

    private static void requireAll(int written, int wanted) {
        if (written != wanted) {
            throw new ProfileChanged();
        }
    }

    private static Uni<Void> create(List<ChunkDecision.NewProfile> profiles) {
        if (profiles.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JsonArray rows = new JsonArray();
        for (ChunkDecision.NewProfile each : profiles) {
            JsonObject row =
                    new JsonObject()
                            .put("id", each.id().value().toString())
                            .put("properties", ProfileDocument.document(each.values()));
            putPrivacy(each.privacy(), row);
            rows.add(row);
        }
        return Sql.change(
                        """
                        insert into profile (id, properties, zone, consent)
                        select r.id, r.properties, r.zone, r.consent
                        from jsonb_to_recordset(cast(cast(?1 as text) as jsonb))
                          as r(id uuid, properties jsonb, zone text, consent jsonb)
                        """,
                        rows.encode())
                .replaceWithVoid();
    }

    private static void putPrivacy(PrivacyState privacy, JsonObject row) {
        if (!privacy.zone().equals(Zone.REST_OF_WORLD)) {
            row.put("zone", privacy.zone().code());
        }
        if (!privacy.consents().equals(Consents.NONE)) {
            row.put("consent", new JsonObject(ConsentDocuments.text(privacy.consents())));
        }
    }

    /// What a page says changes nobody's consent.
    private static Uni<Void> change(List<ChunkDecision.ChangedProfile> profiles) {
        if (profiles.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JsonArray rows = new JsonArray();
        for (ChunkDecision.ChangedProfile each : profiles) {
            rows.add(
                    new JsonObject()
                            .put("id", each.id().value().toString())
                            .put("version", each.expectedVersion())
                            .put("properties", ProfileDocument.document(each.values())));
        }
        return Sql.change(
                        """
                        update profile p
                        set properties = r.properties, version = p.version + 1, modified_at = now()
                        from (
                          select r.id, r.properties from jsonb_to_recordset(cast(cast(?1 as text) as jsonb))
                            as r(id uuid, version bigint, properties jsonb)
                          join profile o on o.id = r.id and o.version = r.version
                          order by r.id for update of o) r
                        where p.id = r.id
                        """,
                        rows.encode())
                .invoke(updated -> requireAll(updated, profiles.size()))
                .replaceWithVoid();
    }

    /// What a page said that changes nothing is counted, and no row of its own: a page is opened
    /// often.
    private static Uni<Void> remember(
            ConnectionId connection, String name, GoalId goal, List<LedgerEntry> ledger) {
        JsonArray rows = new JsonArray();
        for (LedgerEntry each : ledger) {
            if (each.disposition() == Disposition.UNCHANGED) {
                continue;
            }
            JsonObject row =
                    new JsonObject()
                            .put("profile", each.profile().value().toString())
                            .put("disposition", letter(each.disposition()));
            if (!each.before().isEmpty()) {
                // As text: what stood nowhere is null in it, which must not get lost on the way.
                row.put("before", ProfileDocument.former(each.before()));
            }
            rows.add(row);
        }
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.change(
                                """
                                insert into profile_change
                                  (profile_id, goal_id, connection_id, actor, disposition, before)
                                select r.profile, ?2, ?3, ?4, cast(r.disposition as "char"),
                                  cast(r.before as jsonb)
                                from jsonb_to_recordset(cast(cast(?1 as text) as jsonb))
                                  as r(profile uuid, disposition text, before text)
                                """,
                                rows.encode(),
                                goal.value(),
                                connection.value(),
                                name)
                        .replaceWithVoid();
    }

    private static String letter(Disposition disposition) {
        return switch (disposition) {
            case CREATED -> "C";
            case UPDATED -> "U";
            case SKIPPED_FOR_CONSENT -> "H";
            case UNCHANGED, SKIPPED_WITHOUT_MATCH, FILTERED, REJECTED ->
                    throw new IllegalStateException(disposition + " is not remembered");
        };
    }

    @Override
    public Uni<Void> count(ConnectionId connection, LocalDate day, PageTally tally) {
        int slot = ThreadLocalRandom.current().nextInt(SLOTS);
        Counts counts = tally.counts();
        return Sql.change(
                        """
                        insert into in_page_total as t (connection_id, day, slot, created, updated,
                          unchanged, skipped_for_consent, skipped_without_match, filtered, rejected, shown)
                        select c.id, cast(?2 as date), ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11
                        from connection c where c.id = ?1
                        on conflict (connection_id, day, slot) do update
                        set created = t.created + excluded.created,
                            updated = t.updated + excluded.updated,
                            unchanged = t.unchanged + excluded.unchanged,
                            skipped_for_consent = t.skipped_for_consent + excluded.skipped_for_consent,
                            skipped_without_match =
                              t.skipped_without_match + excluded.skipped_without_match,
                            filtered = t.filtered + excluded.filtered,
                            rejected = t.rejected + excluded.rejected,
                            shown = t.shown + excluded.shown
                        """,
                        connection.value(),
                        day,
                        slot,
                        counts.created(),
                        counts.updated(),
                        counts.unchanged(),
                        counts.skippedForConsent(),
                        counts.skippedWithoutMatch(),
                        counts.filtered(),
                        counts.rejected(),
                        tally.shown())
                .chain(
                        written ->
                                written == 0
                                        ? Uni.createFrom().voidItem()
                                        : countHeldBack(connection, day, slot, tally.heldBack()));
    }

    private static Uni<Void> countHeldBack(
            ConnectionId connection,
            LocalDate day,
            int slot,
            Map<Verdict.HeldBack, Long> heldBack) {
        if (heldBack.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JsonArray rows = new JsonArray();
        heldBack.forEach(
                (verdict, times) ->
                        rows.add(
                                new JsonObject()
                                        .put("rule", verdict.rule().name())
                                        .put(
                                                "objectives",
                                                new JsonArray(
                                                        verdict.objectives().stream()
                                                                .map(ObjectiveId::value)
                                                                .toList()))
                                        .put("reason", verdict.reason())
                                        .put("times", times)));
        return Sql.change(
                        """
                        insert into in_page_held_back as h
                          (connection_id, day, slot, verdict, rule, objectives, reason, times)
                        select ?2, cast(?3 as date), ?4,
                          sha256(convert_to(r.rule || ' ' || cast(r.objectives as text) || ' ' || r.reason, 'UTF8')),
                          r.rule, array(select jsonb_array_elements_text(r.objectives)), r.reason, r.times
                        from jsonb_to_recordset(cast(cast(?1 as text) as jsonb))
                          as r(rule text, objectives jsonb, reason text, times bigint)
                        order by 4
                        on conflict (connection_id, day, slot, verdict) do update
                        set times = h.times + excluded.times
                        """,
                        rows.encode(),
                        connection.value(),
                        day,
                        slot)
                .replaceWithVoid();
    }

    @Override
    public Uni<Map<LocalDate, PageTally>> tallies(ConnectionId connection, LocalDate from) {
        return Sql.select(
                        """
                        select day, sum(created) as created, sum(updated) as updated,
                          sum(unchanged) as unchanged, sum(skipped_for_consent) as skipped_for_consent,
                          sum(skipped_without_match) as skipped_without_match,
                          sum(filtered) as filtered, sum(rejected) as rejected, sum(shown) as shown
                        from in_page_total where connection_id = ?1 and day >= cast(?2 as date)
                        group by day
                        """,
                        connection.value(),
                        from)
                .map(
                        rows -> {
                            Map<LocalDate, PageTally> tallies = new TreeMap<>();
                            rows.forEach(
                                    row ->
                                            tallies.put(
                                                    LocalDate.parse(row.getString("day")),
                                                    tally(row)));
                            return tallies;
                        })
                .chain(tallies -> withReasons(connection, from, tallies));
    }

    private static PageTally tally(JsonObject row) {
        return new PageTally(
                new Counts(
                        row.getLong("created"),
                        row.getLong("updated"),
                        row.getLong("unchanged"),
                        row.getLong("skipped_for_consent"),
                        row.getLong("skipped_without_match"),
                        row.getLong("filtered"),
                        row.getLong("rejected")),
                Map.of(),
                row.getLong("shown"));
    }

    private static Uni<Map<LocalDate, PageTally>> withReasons(
            ConnectionId connection, LocalDate from, Map<LocalDate, PageTally> tallies) {
        return Sql.select(
                        """
                        select day, rule, objectives, reason, sum(times) as times
                        from in_page_held_back where connection_id = ?1 and day >= cast(?2 as date)
                        group by day, rule, objectives, reason
                        """,
                        connection.value(),
                        from)
                .map(
                        rows -> {
                            rows.forEach(
                                    row ->
                                            tallies.merge(
                                                    LocalDate.parse(row.getString("day")),
                                                    new PageTally(
                                                            Counts.NONE,
                                                            Map.of(
                                                                    verdict(row),
                                                                    row.getLong("times")),
                                                            0),
                                                    PageTally::plus));
                            return tallies;
                        });
    }

    private static Verdict.HeldBack verdict(JsonObject row) {
        return new Verdict.HeldBack(
                Verdict.Rule.valueOf(row.getString("rule")),
                row.getJsonArray("objectives").stream()
                        .map(id -> new ObjectiveId(String.valueOf(id)))
                        .toList(),
                row.getString("reason"));
    }
}
