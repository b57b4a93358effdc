package io.connections.adapters.persistence.visitor;

import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.visitor.QueuedEvent;
import io.connections.application.visitor.port.EventQueue;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.channel.PageAddress;
import io.connections.domain.consent.Zone;
import io.connections.domain.visitor.EventId;
import io.connections.domain.visitor.VisitorEvent;
import io.connections.domain.visitor.VisitorEvent.Identified;
import io.connections.domain.visitor.VisitorId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

@Singleton
final class PostgresEventQueue implements EventQueue {
    private static final String EVENT =
            """
            q.number, q.tries, e.visitor, e.event_id, e.channel_id, e.kind, e.happened_at,
            e.received_at, e.zone, e.page, e.body
            """;

    private static final String EVENTS =
            "select "
                    + EVENT
                    + " from event_to_handle q join collected_event e on e.number = q.number ";

    /// Of the stripe `%s`, at the time `?1`.
    private static final String MAY_BE_HANDLED =
            """
            q.stripe = %1$s and (q.due_at is null or q.due_at <= ?1)
              and q.visitor not in (
                select w.visitor from event_to_handle w where w.stripe = %1$s and w.due_at > ?1)
            """;

    private static final String NUMBERS =
            "(select cast(jsonb_array_elements_text(cast(cast(?2 as text) as jsonb)) as bigint))";

    @Override
    public Uni<Optional<Work>> take(Instant now, int most) {
        return Sql.select(
                        """
                        select s.stripe from event_stripe s
                        where exists (select from event_to_handle q where %s)
                        order by s.taken_at, s.stripe limit 1 for update of s skip locked
                        """
                                .formatted(MAY_BE_HANDLED.formatted("s.stripe")),
                        now)
                .chain(
                        stripes ->
                                stripes.isEmpty()
                                        ? Uni.createFrom().item(Optional.empty())
                                        : take(stripes.getFirst().getInteger("stripe"), now, most));
    }

    private static Uni<Optional<Work>> take(int stripe, Instant now, int most) {
        return Sql.change(
                        "update event_stripe set taken_at = clock_timestamp() where stripe = ?1",
                        (short) stripe)
                .chain(
                        () ->
                                Sql.select(
                                        EVENTS
                                                + " where "
                                                + MAY_BE_HANDLED.formatted("?2")
                                                + " order by q.number limit ?3",
                                        now,
                                        (short) stripe,
                                        most))
                .map(
                        rows ->
                                rows.isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(new Work(stripe, events(rows))));
    }

    @Override
    public Uni<List<QueuedEvent>> takeAgain(int stripe, Collection<Long> numbers) {
        return Sql.select(
                        "select stripe from event_stripe where stripe = ?1 for update",
                        (short) stripe)
                .chain(
                        () ->
                                Sql.select(
                                        EVENTS
                                                + " where q.stripe = ?1 and q.number in "
                                                + NUMBERS
                                                + " order by q.number",
                                        (short) stripe,
                                        json(numbers)))
                .map(PostgresEventQueue::events);
    }

    @Override
    public Uni<Void> done(int stripe, Collection<Long> numbers) {
        return Sql.change(
                        "delete from event_to_handle where stripe = ?1 and number in " + NUMBERS,
                        (short) stripe,
                        json(numbers))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> tryAgain(int stripe, QueuedEvent event, Instant at) {
        return Sql.change(
                        """
                        update event_to_handle set tries = ?3, due_at = ?4
                        where stripe = ?1 and number = ?2
                        """,
                        (short) stripe,
                        event.number(),
                        event.tries() + 1,
                        at)
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> setAside(int stripe, QueuedEvent event, String reason, Instant at) {
        return Sql.change(
                        """
                        insert into event_set_aside (number, visitor, tries, reason, set_aside_at)
                        values (?1, ?2, ?3, ?4, ?5) on conflict do nothing
                        """,
                        event.number(),
                        event.event().visitor().value(),
                        event.tries() + 1,
                        reason,
                        at)
                .chain(() -> done(stripe, List.of(event.number())));
    }

    @Override
    public Uni<Map<Long, Identified>> namedBefore(Collection<QueuedEvent> events) {
        return Sql.select(
                        """
                        select w.number, n.body
                        from (
                          select cast(jsonb_array_elements_text(cast(cast(?1 as text) as jsonb)) as bigint)
                            as number) w
                        join collected_event e on e.number = w.number
                        cross join lateral (
                          select i.body from collected_event i
                          where i.visitor = e.visitor and i.kind = 'i'
                            and i.happened_at <= e.happened_at
                          order by i.happened_at desc, i.number desc limit 1) n
                        """,
                        new JsonArray(events.stream().map(QueuedEvent::number).toList()).encode())
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        row -> row.getLong("number"),
                                                        row ->
                                                                EventDocuments.identified(
                                                                        row.getJsonObject(
                                                                                "body")))));
    }

    @Override
    public Uni<List<QueuedEvent>> waitingStatements(Collection<VisitorId> visitors) {
        return Sql.select(
                        """
                        select %s from collected_event e
                        join event_to_handle q on q.stripe = e.stripe and q.number = e.number
                        where q.visitor in (
                            select jsonb_array_elements_text(cast(cast(?1 as text) as jsonb)))
                          and e.kind in ('c', 'i') order by e.number
                        """
                                .formatted(EVENT),
                        new JsonArray(visitors.stream().map(VisitorId::value).toList()).encode())
                .map(PostgresEventQueue::events);
    }

    private static String json(Collection<Long> numbers) {
        return new JsonArray(List.copyOf(numbers)).encode();
    }

    private static List<QueuedEvent> events(List<JsonObject> rows) {
        return rows.stream().map(PostgresEventQueue::event).toList();
    }

    private static QueuedEvent event(JsonObject row) {
        return new QueuedEvent(
                row.getLong("number"),
                row.getInteger("tries"),
                new VisitorEvent(
                        new ChannelId(UUID.fromString(row.getString("channel_id"))),
                        new VisitorId(row.getString("visitor")),
                        new EventId(row.getString("event_id")),
                        OffsetDateTime.parse(row.getString("happened_at")).toInstant(),
                        OffsetDateTime.parse(row.getString("received_at")).toInstant(),
                        Optional.ofNullable(row.getString("zone")).map(Zone::new),
                        page(row.getString("page")),
                        EventDocuments.what(row.getString("kind"), row.getJsonObject("body"))));
    }

    private static PageAddress page(String hostPathAndQuery) {
        if (PageAddress.read("", "https://" + hostPathAndQuery)
                instanceof PageAddress.Read.Sound(PageAddress page)) {
            return page;
        }
        throw new IllegalStateException("no page that was kept");
    }
}
