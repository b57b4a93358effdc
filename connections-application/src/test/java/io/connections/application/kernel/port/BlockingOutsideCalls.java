package io.connections.application.kernel.port;

import io.connections.application.kernel.OtherSystemTooSlow;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Whoever asks waits until the call is done.
public final class BlockingOutsideCalls implements OutsideCalls {
    @Override
    public <T> Uni<T> call(Callable<T> call, Duration limit) {
        return Uni.createFrom().deferred(() -> waitFor(new FutureTask<>(call), limit));
    }

    private static <T> Uni<T> waitFor(FutureTask<T> call, Duration limit) {
        Thread.ofVirtual().start(call);
        try {
            return Uni.createFrom().item(call.get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException e) {
            return Uni.createFrom().failure(e.getCause());
        } catch (TimeoutException _) {
            call.cancel(true);
            return Uni.createFrom().failure(new OtherSystemTooSlow(limit));
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return Uni.createFrom().failure(e);
        }
    }
}
