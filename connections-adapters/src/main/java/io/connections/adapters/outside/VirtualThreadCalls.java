package io.connections.adapters.outside;

import io.connections.application.kernel.OtherSystemTooSlow;
import io.connections.application.kernel.port.OutsideCalls;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// One virtual thread a call. The answer comes back on the caller's Vert.x context, since a
/// reactive session may be used there only.
@Singleton
final class VirtualThreadCalls implements OutsideCalls {
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("outside-", 0).factory());

    @Override
    public <T> Uni<T> call(Callable<T> call, Duration limit) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            @Nullable Context caller = Vertx.currentContext();
                            Uni<T> answer = onVirtualThread(call, limit);
                            return caller == null
                                    ? answer
                                    : answer.emitOn(task -> caller.runOnContext(_ -> task.run()));
                        });
    }

    private <T> Uni<T> onVirtualThread(Callable<T> call, Duration limit) {
        return Uni.createFrom()
                .<T>emitter(
                        emitter -> {
                            Future<?> running =
                                    threads.submit(
                                            () -> {
                                                try {
                                                    emitter.complete(call.call());
                                                } catch (Throwable failure) {
                                                    emitter.fail(failure);
                                                }
                                            });
                            emitter.onTermination(() -> running.cancel(true));
                        })
                .ifNoItem()
                .after(limit)
                .failWith(() -> new OtherSystemTooSlow(limit));
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
