package io.connections.adapters.persistence.visitor;

import io.connections.application.visitor.CollectorBusy;
import io.connections.application.visitor.port.EventLog;
import io.connections.domain.consent.Zone;
import io.connections.domain.visitor.VisitorEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Writes together what many report while the last writing is under way: one statement and one
/// commit, whoever they are. Nobody is answered before it. At most so many wait.
@Singleton
final class PostgresEventLog implements EventLog {
    private static final Logger LOG = Logger.getLogger(PostgresEventLog.class);
    private static final int MOST_AT_ONCE = 5_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration TOLD_EVERY = Duration.ofSeconds(10);

    /// Two replicas that are sent the same events in another order.
    private static final String DEADLOCK = "40P01";

    private static final String INSERT =
            """
            with kept as (
              insert into collected_event (stripe, visitor, event_id, channel_id, kind, happened_at,
                received_at, zone, page, body)
              select s.stripe, s.visitor, s.event_id, s.channel_id, cast(s.kind as "char"),
                s.happened_at, s.received_at, nullif(s.zone, ''), s.page, cast(s.body as jsonb)
              from unnest($1::smallint[], $2::text[], $3::text[], $4::uuid[], $5::text[],
                  $6::timestamptz[], $7::timestamptz[], $8::text[], $9::text[], $10::text[])
                as s(stripe, visitor, event_id, channel_id, kind, happened_at, received_at, zone,
                  page, body)
              on conflict (visitor, event_id) do nothing
              returning stripe, number, visitor)
            insert into event_to_handle (stripe, number, visitor)
            select stripe, number, visitor from kept
            """;

    private final Pool pool;
    private final int mostWaiting;
    private final Deque<Sent> waiting = new ArrayDeque<>();
    private int eventsWaiting;
    private boolean writing;
    private long toldAt;

    @Inject
    PostgresEventLog(
            Pool pool,
            @ConfigProperty(name = "connections.collect.most-waiting", defaultValue = "20000")
                    int mostWaiting) {
        this.pool = pool;
        this.mostWaiting = mostWaiting;
        this.toldAt = System.nanoTime() - TOLD_EVERY.toNanos();
    }

    private record Sent(List<VisitorEvent> events, UniEmitter<? super Void> caller) {}

    /// The answer comes back on the caller's Vert.x context, since a reactive session may be used
    /// there only.
    @Override
    public Uni<Void> append(List<VisitorEvent> events) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            @Nullable Context caller = Vertx.currentContext();
                            Uni<Void> written =
                                    Uni.createFrom()
                                            .emitter(emitter -> join(new Sent(events, emitter)));
                            return caller == null
                                    ? written
                                    : written.emitOn(task -> caller.runOnContext(_ -> task.run()));
                        });
    }

    private void join(Sent sent) {
        boolean first;
        synchronized (this) {
            if (eventsWaiting + sent.events().size() > mostWaiting) {
                sent.caller().fail(new CollectorBusy());
                return;
            }
            waiting.addLast(sent);
            eventsWaiting += sent.events().size();
            first = !writing;
            writing = true;
        }
        if (first) {
            writeNext();
        }
    }

    private void writeNext() {
        List<Sent> group = next();
        if (group.isEmpty()) {
            return;
        }
        write(group).subscribe().with(_ -> writeNext(), _ -> writeNext());
    }

    private synchronized List<Sent> next() {
        List<Sent> group = new ArrayList<>();
        int events = 0;
        while (!waiting.isEmpty()
                && (group.isEmpty()
                        || events + waiting.getFirst().events().size() <= MOST_AT_ONCE)) {
            Sent sent = waiting.removeFirst();
            events += sent.events().size();
            group.add(sent);
        }
        eventsWaiting -= events;
        writing = !group.isEmpty();
        return group;
    }

    private Uni<Void> write(List<Sent> group) {
        return Uni.createFrom()
                .deferred(
                        () ->
                                insert(
                                        group.stream()
                                                .flatMap(sent -> sent.events().stream())
                                                .toList()))
                .invoke(() -> group.forEach(sent -> sent.caller().complete(null)))
                .onFailure()
                .recoverWithUni(
                        failure ->
                                group.size() > 1 && isRefusal(failure)
                                        ? eachAlone(group)
                                        : failed(group, failure));
    }

    /// One of them holds what the database refuses; the others shall not pay for it.
    private Uni<Void> eachAlone(List<Sent> group) {
        return Multi.createFrom()
                .iterable(group)
                .onItem()
                .transformToUniAndConcatenate(sent -> write(List.of(sent)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> failed(List<Sent> group, Throwable failure) {
        tell(failure);
        group.forEach(sent -> sent.caller().fail(new CollectorBusy()));
        return Uni.createFrom().voidItem();
    }

    /// Once in a while: when the database is away every request fails.
    private synchronized void tell(Throwable failure) {
        if (System.nanoTime() - toldAt >= TOLD_EVERY.toNanos()) {
            toldAt = System.nanoTime();
            LOG.warnf("Events could not be written and are sent again: %s", described(failure));
        }
    }

    /// The server's own text may quote what a visitor sent.
    private static String described(Throwable failure) {
        return failure instanceof PgException refused
                ? "SQLSTATE " + refused.getSqlState()
                : failure.toString();
    }

    /// Bad data (22), a check (23), or a limit such as a row that is too large (54).
    private static boolean isRefusal(Throwable failure) {
        if (!(failure instanceof PgException refused)) {
            return false;
        }
        String state = refused.getSqlState();
        return state != null
                && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
    }

    private static boolean isDeadlock(Throwable failure) {
        return failure instanceof PgException refused && DEADLOCK.equals(refused.getSqlState());
    }

    private Uni<Void> insert(List<VisitorEvent> events) {
        Tuple rows =
                Tuple.tuple()
                        .addArrayOfShort(
                                column(
                                        events,
                                        each -> (short) each.visitor().stripe(Stripes.ALL),
                                        new Short[0]))
                        .addArrayOfString(texts(events, each -> each.visitor().value()))
                        .addArrayOfString(texts(events, each -> each.id().value()))
                        .addArrayOfUUID(column(events, each -> each.channel().value(), new UUID[0]))
                        .addArrayOfString(texts(events, each -> EventDocuments.letter(each.what())))
                        .addArrayOfOffsetDateTime(
                                column(
                                        events,
                                        each -> each.at().atOffset(ZoneOffset.UTC),
                                        new OffsetDateTime[0]))
                        .addArrayOfOffsetDateTime(
                                column(
                                        events,
                                        each -> each.receivedAt().atOffset(ZoneOffset.UTC),
                                        new OffsetDateTime[0]))
                        .addArrayOfString(
                                texts(events, each -> each.zone().map(Zone::code).orElse("")))
                        .addArrayOfString(
                                texts(
                                        events,
                                        each ->
                                                each.page().host().value()
                                                        + each.page().pathAndQuery()))
                        .addArrayOfString(
                                texts(
                                        events,
                                        each -> EventDocuments.document(each.what()).encode()));
        return pool.preparedQuery(INSERT)
                .execute(rows)
                .onFailure(PostgresEventLog::isDeadlock)
                .retry()
                .atMost(3)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .replaceWithVoid();
    }

    private static String[] texts(
            List<VisitorEvent> events, Function<VisitorEvent, String> column) {
        return column(events, column, new String[0]);
    }

    private static <T> T[] column(
            List<VisitorEvent> events, Function<VisitorEvent, T> column, T[] none) {
        return events.stream().map(column).toList().toArray(none);
    }
}
