package io.connections.adapters.persistence.visitor;

import static io.connections.domain.visitor.VisitorFixtures.NOON;
import static io.connections.domain.visitor.VisitorFixtures.aPageView;
import static io.connections.domain.visitor.VisitorFixtures.aVisitor;
import static io.connections.domain.visitor.VisitorFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.agroal.api.AgroalDataSource;
import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.OpenWork;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.adapters.testing.Tables;
import io.connections.adapters.testing.Things;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.visitor.port.EventLog;
import io.connections.application.visitor.port.EventQueue;
import io.connections.application.visitor.port.EventQueue.Work;
import io.connections.application.visitor.port.EventQueueContract;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.visitor.VisitorEvent;
import io.connections.domain.visitor.VisitorId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Also what two find who look at the same time, and what is let go of.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresEventQueueTest extends EventQueueContract {
    @Inject UnitOfWork unitOfWork;
    @Inject EventLog log;
    @Inject EventQueue queue;
    @Inject AgroalDataSource dataSource;

    @Override
    protected EventQueue queue() {
        return queue;
    }

    @Override
    protected void append(List<VisitorEvent> events) {
        Awaiting.on(() -> log.append(events));
    }

    @Override
    protected List<String> reasons(VisitorId visitor) {
        return Tables.texts(
                dataSource,
                "select reason from event_set_aside where visitor = ? order by number",
                visitor.value());
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.on(() -> unitOfWork.run(work));
    }

    @Test
    void aStripeThatSomebodyHoldsIsPassedOver() throws Exception {
        VisitorId ada = aVisitor();
        VisitorId other = aVisitor();
        while (other.stripe(Stripes.ALL) == ada.stripe(Stripes.ALL)) {
            other = aVisitor();
        }
        append(List.of(event(ada, "1", aPageView()), event(other, "2", aPageView())));
        OpenWork first = OpenWork.that(unitOfWork, () -> queue.take(NOON, 10));

        Optional<Work> second = await(() -> queue.take(NOON, 10));
        OpenWork alsoSecond = OpenWork.that(unitOfWork, () -> queue.take(NOON, 10));
        Optional<Work> third = await(() -> queue.take(NOON, 10));

        assertThat(second).isPresent();
        assertThat(third).isEmpty();
        first.end();
        alsoSecond.end();
    }

    @Test
    void oldEventsAreLetGoOfUnlessTheyWait() {
        VisitorId ada = aVisitor();
        append(
                List.of(
                        event(ada, "handled", aPageView()),
                        event(ada, "waits", aPageView()),
                        event(ada, "young", aPageView())));
        Tables.change(
                dataSource,
                "delete from event_to_handle where visitor = ? and number in (select number from"
                        + " collected_event where event_id in ('handled', 'young'))",
                ada.value());
        Tables.change(
                dataSource,
                "update collected_event set received_at = '2026-12-20' where event_id = 'young'"
                        + " and visitor = ?",
                ada.value());
        EventRetention retention =
                new EventRetention(
                        unitOfWork, () -> NOON.plus(Duration.ofDays(30)).plusMillis(1), "P30D");

        Awaiting.on(retention::letGo);

        assertThat(kept(ada)).containsExactly("waits", "young");
    }

    @Test
    void aVisitorIsForgottenOnceItsBrowserHasForgottenTheId() {
        VisitorId gone = aVisitor();
        VisitorId back = aVisitor();
        for (VisitorId each : List.of(gone, back)) {
            Tables.change(
                    dataSource,
                    "insert into visitor (id, first_seen, last_seen) values (?, '2025-10-01', ?::timestamptz)",
                    each.value(),
                    each.equals(gone) ? "2025-10-26" : "2025-10-28");
        }

        Awaiting.on(new EventRetention(unitOfWork, () -> NOON, "P30D")::letGo);

        assertThat(
                        Tables.texts(
                                dataSource,
                                "select id from visitor where id in (?, ?)",
                                gone.value(),
                                back.value()))
                .containsExactly(back.value());
    }

    @Test
    void whatPagesDidIsCountedForThirteenMonths() {
        UUID connection =
                UUID.fromString(Things.made(dataSource, ObjectKind.CONNECTION, "Pages").id());
        for (String day : List.of("2025-10-25", "2025-10-28")) {
            Tables.change(
                    dataSource,
                    "insert into in_page_total values (?, ?::date, 0, 1, 0, 0, 0, 0, 0, 0, 0)",
                    connection,
                    day);
            Tables.change(
                    dataSource,
                    "insert into in_page_held_back values (?, ?::date, 0, '', 'PROFILE', '{}', 'NONE', 1)",
                    connection,
                    day);
        }

        Awaiting.on(new EventRetention(unitOfWork, () -> NOON, "P30D")::letGo);

        for (String table : List.of("in_page_total", "in_page_held_back")) {
            assertThat(
                            Tables.texts(
                                    dataSource,
                                    "select day::text from " + table + " where connection_id = ?",
                                    connection))
                    .containsExactly("2025-10-28");
        }
    }

    private List<String> kept(VisitorId visitor) {
        return Tables.texts(
                dataSource,
                "select event_id from collected_event where visitor = ? order by number",
                visitor.value());
    }

    @Test
    void eventsAreKeptLongEnoughToKnowAReplay() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventRetention(unitOfWork, () -> NOON, "P7D"))
                .withMessageContaining("connections.collect.keep");
    }
}
