package io.connections.adapters.persistence.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.adapters.testing.Tables;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.PropertyUses;
import io.connections.application.profile.port.PropertyUsesContract;
import io.connections.application.run.request.RunState;
import io.connections.application.run.request.port.RunQueue;
import io.connections.domain.run.RunId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresPropertyUsesTest extends PropertyUsesContract {
    @Inject UnitOfWork unitOfWork;
    @Inject PropertyUses uses;
    @Inject ConnectionRepository connections;
    @Inject RunQueue queue;
    @Inject AgroalDataSource dataSource;

    @Override
    protected PropertyUses uses() {
        return uses;
    }

    @Override
    protected ConnectionRepository connections() {
        return connections;
    }

    @Override
    protected RunQueue queue() {
        return queue;
    }

    @Override
    protected void ended(RunId run, RunState state) {
        Tables.change(
                dataSource,
                "update run set state = ?, ended_at = now() where id = ?",
                state.name(),
                run.value());
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.on(() -> unitOfWork.run(work));
    }

    @Test
    void whoDeletesAPropertyWaitsForWhoBeganToNeedOne() throws Exception {
        OpenWork needing = new OpenWork(uses::use);
        FutureTask<Void> deleting = started(uses::hold);
        untilSomebodyWaits();
        boolean early = deleting.isDone();

        needing.end();

        deleting.get(30, TimeUnit.SECONDS);
        assertThat(early).isFalse();
    }

    @Test
    void whoBeginsToNeedAPropertyWaitsForWhoIsAboutToDeleteOne() throws Exception {
        OpenWork deleting = new OpenWork(uses::hold);
        FutureTask<Void> needing = started(uses::use);
        untilSomebodyWaits();
        boolean early = needing.isDone();

        deleting.end();

        needing.get(30, TimeUnit.SECONDS);
        assertThat(early).isFalse();
    }

    @Test
    void thoseWhoNeedPropertiesDoNotWaitForOneAnother() throws Exception {
        OpenWork needing = new OpenWork(uses::use);

        await(uses::use);

        needing.end();
    }

    /// A unit of work that has done something and stays open until it is told to end.
    private final class OpenWork {
        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private final FutureTask<Void> work;

        OpenWork(Supplier<Uni<Void>> first) throws InterruptedException {
            CountDownLatch done = new CountDownLatch(1);
            work = started(() -> first.get().invoke(done::countDown).chain(this::untilTheEnd));
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        }

        /// Back on the context of the unit of work: its session may be used nowhere else.
        private Uni<Void> untilTheEnd() {
            Context here = Objects.requireNonNull(Vertx.currentContext());
            return Uni.createFrom()
                    .completionStage(end)
                    .emitOn(task -> here.runOnContext(_ -> task.run()));
        }

        void end() throws Exception {
            end.complete(null);
            work.get(30, TimeUnit.SECONDS);
        }
    }

    private FutureTask<Void> started(Supplier<Uni<Void>> work) {
        FutureTask<Void> task = new FutureTask<>(() -> await(work));
        Thread.ofPlatform().daemon().start(task);
        return task;
    }

    private void untilSomebodyWaits() throws Exception {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (true) {
                try (ResultSet row =
                        statement.executeQuery(
                                """
                                select count(*) from pg_locks
                                where locktype = 'advisory' and not granted
                                """)) {
                    row.next();
                    if (row.getInt(1) > 0) {
                        return;
                    }
                }
                assertThat(System.nanoTime()).as("nobody waits").isLessThan(patience);
            }
        }
    }
}
