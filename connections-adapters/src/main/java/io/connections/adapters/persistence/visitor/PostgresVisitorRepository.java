package io.connections.adapters.persistence.visitor;

import io.connections.adapters.persistence.document.ConsentDocuments;
import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.visitor.VisitorStatement;
import io.connections.application.visitor.port.VisitorRepository;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.visitor.Identity;
import io.connections.domain.visitor.Visitor;
import io.connections.domain.visitor.VisitorId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
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
import org.jspecify.annotations.Nullable;

@Singleton
final class PostgresVisitorRepository implements VisitorRepository {
    @Override
    public Uni<Map<VisitorId, Visitor>> find(Collection<VisitorId> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : Sql.select(
                                """
                                select v.id, v.zone, v.zone_said_at, v.consent, v.named_at, v.first_seen, v.last_seen,
                                  (select json_agg(i) from visitor_identity i where i.visitor = v.id)
                                    as identities
                                from visitor v where v.id in (
                                  select jsonb_array_elements_text(cast(cast(?1 as text) as jsonb)))
                                """,
                                new JsonArray(ids.stream().map(VisitorId::value).toList()).encode())
                        .map(
                                rows ->
                                        rows.stream()
                                                .map(PostgresVisitorRepository::visitor)
                                                .collect(
                                                        Collectors.toMap(
                                                                Visitor::id, each -> each)));
    }

    private static Visitor visitor(JsonObject row) {
        Map<Integer, Identity> identities = new HashMap<>();
        @Nullable JsonArray kept = row.getJsonArray("identities");
        if (kept != null) {
            kept.stream()
                    .map(JsonObject.class::cast)
                    .forEach(
                            each ->
                                    identities.put(
                                            each.getInteger("property"),
                                            new Identity(
                                                    new Identifier(
                                                            each.getInteger("property"),
                                                            each.getString("value")),
                                                    each.getBoolean("proven"),
                                                    instant(each, "grants_since"))));
        }
        return new Visitor(
                new VisitorId(row.getString("id")),
                privacy(row),
                Optional.ofNullable(row.getString("zone_said_at"))
                        .map(at -> OffsetDateTime.parse(at).toInstant()),
                identities,
                Optional.ofNullable(row.getString("named_at"))
                        .map(at -> OffsetDateTime.parse(at).toInstant()),
                instant(row, "first_seen"),
                instant(row, "last_seen"));
    }

    private static PrivacyState privacy(JsonObject row) {
        @Nullable JsonObject consent = row.getJsonObject("consent");
        return switch (ConsentDocuments.read(
                row.getString("zone"),
                consent == null ? null : consent.encode().getBytes(StandardCharsets.UTF_8))) {
            case PrivacyState state -> state;
            case ConsentGate.Unreadable.UNREADABLE ->
                    throw new IllegalStateException("a visitor's consent cannot be read");
        };
    }

    @Override
    public Uni<Void> save(Collection<Visitor> visitors) {
        if (visitors.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JsonArray rows = new JsonArray();
        JsonArray identities = new JsonArray();
        for (Visitor visitor : visitors) {
            rows.add(row(visitor));
            visitor.identities()
                    .values()
                    .forEach(identity -> identities.add(row(visitor.id(), identity)));
        }
        return Sql.change(
                        """
                        insert into visitor as v
                          (id, zone, zone_said_at, consent, named_at, first_seen, last_seen)
                        select r.id, r.zone, r.zone_said_at, r.consent, r.named_at, r.first_seen, r.last_seen
                        from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as r(id text,
                          zone text, zone_said_at timestamptz, consent jsonb, named_at timestamptz,
                          first_seen timestamptz, last_seen timestamptz)
                        order by r.id
                        on conflict (id) do update set zone = excluded.zone,
                          zone_said_at = excluded.zone_said_at, consent = excluded.consent,
                          named_at = excluded.named_at,
                          first_seen = excluded.first_seen, last_seen = excluded.last_seen
                        """,
                        rows.encode())
                .chain(() -> forgetOthers(rows, identities))
                .chain(
                        () ->
                                identities.isEmpty()
                                        ? Uni.createFrom().item(0)
                                        : saveIdentities(identities))
                .replaceWithVoid();
    }

    /// Whom a visitor is not taken for any more.
    private static Uni<Integer> forgetOthers(JsonArray visitors, JsonArray identities) {
        return Sql.change(
                """
                delete from visitor_identity i
                using jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as v(id text)
                where i.visitor = v.id and (i.visitor, i.property) not in (
                  select r.visitor, r.property
                  from jsonb_to_recordset(cast(cast(?2 as text) as jsonb))
                    as r(visitor text, property integer))
                """,
                visitors.encode(),
                identities.encode());
    }

    private static Uni<Integer> saveIdentities(JsonArray identities) {
        return Sql.change(
                """
                insert into visitor_identity (visitor, property, value, proven, grants_since)
                select r.visitor, r.property, r.value, r.proven, r.grants_since
                from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as r(visitor text,
                  property integer, value text, proven boolean, grants_since timestamptz)
                on conflict (visitor, property) do update set value = excluded.value,
                  proven = excluded.proven, grants_since = excluded.grants_since
                """,
                identities.encode());
    }

    private static JsonObject row(Visitor visitor) {
        JsonObject row =
                new JsonObject()
                        .put("id", visitor.id().value())
                        .put("first_seen", visitor.firstSeen().toString())
                        .put("last_seen", visitor.lastSeen().toString());
        visitor.zoneSaidAt()
                .ifPresent(
                        at ->
                                row.put("zone_said_at", at.toString())
                                        .put("zone", visitor.privacy().zone().code()));
        visitor.namedAt().ifPresent(at -> row.put("named_at", at.toString()));
        if (!visitor.privacy().consents().all().isEmpty()) {
            row.put("consent", new JsonObject(ConsentDocuments.text(visitor.privacy().consents())));
        }
        return row;
    }

    private static JsonObject row(VisitorId visitor, Identity identity) {
        return new JsonObject()
                .put("visitor", visitor.value())
                .put("property", identity.identifier().property())
                .put("value", identity.identifier().value())
                .put("proven", identity.proven())
                .put("grants_since", identity.grantsSince().toString());
    }

    @Override
    public Uni<Void> keep(Collection<VisitorStatement> statements) {
        if (statements.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JsonArray rows = new JsonArray();
        for (VisitorStatement each : statements) {
            JsonObject row =
                    new JsonObject()
                            .put("visitor", each.visitor().value())
                            .put("objective", each.statement().objective().value())
                            .put("stated_at", each.statement().at().toString())
                            .put("answer", letter(each.statement()))
                            .put("event", each.statement().evidence().number())
                            .put("channel_id", each.channel().value().toString())
                            .put("page", each.page())
                            .put("heard_at", each.heardAt().toString());
            each.shown().ifPresent(text -> row.put("shown", text));
            rows.add(row);
        }
        return Sql.change(
                        """
                        insert into visitor_statement (visitor, objective, stated_at, answer, event,
                          channel_id, page, shown, heard_at)
                        select r.visitor, r.objective, r.stated_at, cast(r.answer as "char"), r.event,
                          r.channel_id, r.page, r.shown, r.heard_at
                        from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as r(visitor text,
                          objective text, stated_at timestamptz, answer text, event bigint,
                          channel_id uuid, page text, shown text, heard_at timestamptz)
                        on conflict do nothing
                        """,
                        rows.encode())
                .replaceWithVoid();
    }

    @Override
    public Uni<List<VisitorStatement>> statements(
            VisitorId visitor, Collection<ConsentStatement> of) {
        JsonArray wanted = new JsonArray();
        of.forEach(
                each ->
                        wanted.add(
                                new JsonObject()
                                        .put("objective", each.objective().value())
                                        .put("at", each.at().toString())
                                        .put("answer", letter(each))));
        return Sql.select(
                        """
                        select s.objective, s.stated_at, cast(s.answer as text) as answer, s.event,
                          s.channel_id, s.page, s.shown, s.heard_at
                        from jsonb_to_recordset(cast(cast(?2 as text) as jsonb))
                          as w(objective text, at timestamptz, answer text)
                        join visitor_statement s on s.visitor = ?1 and s.objective = w.objective
                          and s.stated_at = w.at and s.answer = cast(w.answer as "char")
                        order by s.stated_at desc, s.objective, s.answer
                        """,
                        visitor.value(),
                        wanted.encode())
                .map(rows -> rows.stream().map(row -> statement(visitor, row)).toList());
    }

    private static String letter(ConsentStatement statement) {
        return String.valueOf(ConsentDocuments.letter(statement.answer()));
    }

    private static VisitorStatement statement(VisitorId visitor, JsonObject row) {
        return new VisitorStatement(
                visitor,
                new ConsentStatement(
                        new ObjectiveId(row.getString("objective")),
                        ConsentDocuments.answer(row.getString("answer")),
                        instant(row, "stated_at"),
                        new EvidenceId(row.getLong("event"))),
                new ChannelId(UUID.fromString(row.getString("channel_id"))),
                row.getString("page"),
                Optional.ofNullable(row.getString("shown")),
                instant(row, "heard_at"));
    }

    @Override
    public Uni<Map<Identifier, Set<VisitorId>>> takenFor(Collection<Identifier> identifiers) {
        return Sql.select(
                        """
                        select i.property, i.value, i.visitor
                        from jsonb_to_recordset(cast(cast(?1 as text) as jsonb))
                          as w(property integer, value text)
                        join visitor_identity i
                          on i.property = w.property and i.value = w.value collate "C"
                        """,
                        json(identifiers))
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                Collectors.groupingBy(
                                                        row ->
                                                                new Identifier(
                                                                        row.getInteger("property"),
                                                                        row.getString("value")),
                                                        Collectors.mapping(
                                                                row ->
                                                                        new VisitorId(
                                                                                row.getString(
                                                                                        "visitor")),
                                                                Collectors.toSet()))));
    }

    private static String json(Collection<Identifier> identifiers) {
        JsonArray wanted = new JsonArray();
        identifiers.forEach(
                each ->
                        wanted.add(
                                new JsonObject()
                                        .put("property", each.property())
                                        .put("value", each.value())));
        return wanted.encode();
    }

    @Override
    public Uni<Map<Identifier, ProfileId>> profiles(Collection<Identifier> identifiers) {
        return Sql.select(
                        """
                        select i.property, i.value, i.profile_id
                        from jsonb_to_recordset(cast(cast(?1 as text) as jsonb))
                          as w(property integer, value text)
                        join profile_identifier i
                          on i.property = w.property and i.value = w.value collate "C"
                        """,
                        json(identifiers))
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        row ->
                                                                new Identifier(
                                                                        row.getInteger("property"),
                                                                        row.getString("value")),
                                                        row ->
                                                                new ProfileId(
                                                                        UUID.fromString(
                                                                                row.getString(
                                                                                        "profile_id"))))));
    }

    private static Instant instant(JsonObject row, String column) {
        return OffsetDateTime.parse(row.getString(column)).toInstant();
    }
}
