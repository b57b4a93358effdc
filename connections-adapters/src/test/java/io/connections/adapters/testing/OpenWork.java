package io.connections.adapters.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.application.kernel.port.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;

/// A unit of work that has done something and stays open until it is told to end, so that a test
/// can see who waits for it.
public final class OpenWork {
    private static final long PATIENCE_SECONDS = 30;

    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final FutureTask<Void> work;

    private OpenWork(UnitOfWork unitOfWork, Supplier<? extends Uni<?>> first) {
        CountDownLatch done = new CountDownLatch(1);
        work =
                started(
                        unitOfWork,
                        () -> first.get().invoke(done::countDown).chain(this::untilTheEnd));
        try {
            assertThat(done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static OpenWork that(UnitOfWork unitOfWork, Supplier<? extends Uni<?>> first) {
        return new OpenWork(unitOfWork, first);
    }

    /// Somebody else, who may have to wait.
    public static <T> FutureTask<T> started(UnitOfWork unitOfWork, Supplier<Uni<T>> work) {
        FutureTask<T> task = new FutureTask<>(() -> Awaiting.on(() -> unitOfWork.run(work)));
        Thread.ofPlatform().daemon().start(task);
        return task;
    }

    /// Until somebody waits for a lock.
    public static void untilSomebodyWaits(DataSource database) {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (Tables.texts(database, "select pid from pg_locks where not granted").isEmpty()) {
            assertThat(System.nanoTime()).as("nobody waits").isLessThan(patience);
        }
    }

    /// Back on the context of the unit of work: its session may be used nowhere else.
    private Uni<Void> untilTheEnd() {
        Context here = Objects.requireNonNull(Vertx.currentContext());
        return Uni.createFrom()
                .completionStage(end)
                .emitOn(task -> here.runOnContext(_ -> task.run()));
    }

    public void end() throws Exception {
        end.complete(null);
        work.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
