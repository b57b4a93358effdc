package io.connections.adapters.persistence.visitor;

import static io.connections.domain.visitor.VisitorFixtures.aPageView;
import static io.connections.domain.visitor.VisitorFixtures.aVisitor;
import static io.connections.domain.visitor.VisitorFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.agroal.api.AgroalDataSource;
import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.OpenWork;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.adapters.testing.Tables;
import io.connections.application.visitor.CollectorBusy;
import io.connections.application.visitor.port.EventLog;
import io.connections.application.visitor.port.EventLogContract;
import io.connections.domain.channel.ChannelFixtures;
import io.connections.domain.channel.PageAddress;
import io.connections.domain.consent.Zone;
import io.connections.domain.visitor.EventId;
import io.connections.domain.visitor.VisitorEvent;
import io.connections.domain.visitor.VisitorEvent.PageViewed;
import io.connections.domain.visitor.VisitorFixtures;
import io.connections.domain.visitor.VisitorId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Also what many are told who report at once, and when the database does not answer.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresEventLogTest extends EventLogContract {
    @Inject EventLog log;
    @Inject Pool pool;
    @Inject Vertx vertx;
    @Inject AgroalDataSource dataSource;

    @Override
    protected EventLog log() {
        return log;
    }

    @Override
    protected List<VisitorEvent> kept(VisitorId visitor) {
        return Tables.texts(
                        dataSource,
                        """
                        select row_to_json(e) from collected_event e
                        join event_to_handle q on q.stripe = e.stripe and q.number = e.number
                        where e.visitor = ? and q.visitor = e.visitor order by e.number
                        """,
                        visitor.value())
                .stream()
                .map(row -> stored(new JsonObject(row)))
                .toList();
    }

    private static VisitorEvent stored(JsonObject row) {
        PageAddress page = ChannelFixtures.page("https://" + row.getString("page"));
        return new VisitorEvent(
                VisitorFixtures.SHOP,
                new VisitorId(row.getString("visitor")),
                new EventId(row.getString("event_id")),
                OffsetDateTime.parse(row.getString("happened_at")).toInstant(),
                OffsetDateTime.parse(row.getString("received_at")).toInstant(),
                Optional.ofNullable(row.getString("zone")).map(Zone::new),
                page,
                EventDocuments.what(row.getString("kind"), row.getJsonObject("body")));
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.on(work);
    }

    /// What is not on the disk yet is not said to be, and those who wait are written together: two
    /// commits for a hundred.
    @Test
    void nobodyIsAnsweredBeforeTheCommitThatTheyShare() throws Exception {
        List<VisitorId> visitors =
                IntStream.range(0, 100).mapToObj(_ -> VisitorFixtures.aVisitor()).toList();
        List<FutureTask<Void>> senders = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table event_to_handle in exclusive mode");
            senders.add(sending(visitors.getFirst()));
            OpenWork.untilSomebodyWaits(dataSource);
            visitors.subList(1, 100).forEach(visitor -> senders.add(sending(visitor)));

            assertThat(senders).noneMatch(FutureTask::isDone);
            assertThat(kept(visitors.getFirst())).isEmpty();

            connection.commit();
            connection.setAutoCommit(true);
        }
        for (FutureTask<Void> sender : senders) {
            sender.get(30, TimeUnit.SECONDS);
        }

        assertThat(visitors).allSatisfy(visitor -> assertThat(kept(visitor)).hasSize(1));
        assertThat(
                        Tables.texts(
                                dataSource,
                                "select distinct xmin from collected_event where visitor = any (?)",
                                (Object)
                                        visitors.stream()
                                                .map(VisitorId::value)
                                                .toArray(String[]::new)))
                .hasSizeLessThan(50);
    }

    @Test
    void whatOneSendsAndTheDatabaseRefusesCostsTheOthersNothing() throws Exception {
        VisitorId good = aVisitor();
        VisitorId bad = aVisitor();
        List<FutureTask<Void>> senders = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table event_to_handle in exclusive mode");
            senders.add(sending(aVisitor()));
            OpenWork.untilSomebodyWaits(dataSource);
            senders.add(started(() -> log.append(List.of(event(bad, "1", unwritable())))));
            senders.add(sending(good));
            connection.commit();
            connection.setAutoCommit(true);
        }

        assertThat(catchThrowable(() -> senders.get(1).get(30, TimeUnit.SECONDS)))
                .hasRootCauseInstanceOf(CollectorBusy.class);
        senders.get(2).get(30, TimeUnit.SECONDS);
        assertThat(kept(good)).hasSize(1);
        assertThat(kept(bad)).isEmpty();
    }

    /// PostgreSQL keeps no NUL; the API takes it out before.
    private static PageViewed unwritable() {
        return new PageViewed("\0", "");
    }

    @Test
    void whoComesWhenTooManyWaitIsToldAtOnce() {
        PostgresEventLog full = new PostgresEventLog(pool, 2);
        VisitorId ada = aVisitor();

        Throwable refused =
                catchThrowable(
                        () ->
                                await(
                                        () ->
                                                full.append(
                                                        List.of(
                                                                event(ada, "1", aPageView()),
                                                                event(ada, "2", aPageView()),
                                                                event(ada, "3", aPageView())))));
        await(() -> full.append(List.of(event(ada, "4", aPageView()))));

        assertThat(refused).isInstanceOf(CollectorBusy.class);
        assertThat(kept(ada)).hasSize(1);
    }

    @Test
    void nothingIsSaidToBeKeptWhileTheDatabaseIsAway() {
        Pool nowhere =
                PgBuilder.pool()
                        .connectingTo(
                                new PgConnectOptions().setHost("127.0.0.1").setPort(1).setUser("x"))
                        .using(vertx)
                        .build();
        PostgresEventLog away = new PostgresEventLog(nowhere, 10);

        for (int i = 0; i < 30; i++) {
            VisitorEvent event = event(aVisitor(), "1", aPageView());
            assertThat(catchThrowable(() -> await(() -> away.append(List.of(event)))))
                    .isInstanceOf(CollectorBusy.class);
        }
        nowhere.closeAndForget();
    }

    private FutureTask<Void> sending(VisitorId visitor) {
        return started(() -> log.append(List.of(event(visitor, "1", aPageView()))));
    }

    private static FutureTask<Void> started(Supplier<Uni<Void>> work) {
        FutureTask<Void> task = new FutureTask<>(() -> Awaiting.on(work));
        Thread.ofPlatform().daemon().start(task);
        return task;
    }
}
