package io.connections.adapters.persistence.kernel;

import io.connections.application.kernel.port.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;
import org.hibernate.JDBCException;
import org.jspecify.annotations.Nullable;

@Singleton
final class PanacheUnitOfWork implements UnitOfWork {
    /// Two waited for each other, and the server ended this one: nothing of it is left.
    private static final String DEADLOCK = "40P01";

    private static final int REPEATS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);

    /// A caller who hangs up cancels the request. Passed on, that would close the session under a
    /// statement that is still under way: a warning in the log (HR000090), a failure of what comes
    /// next in the work (*Session/EntityManager is closed*), and a connection given back in the
    /// middle of a transaction. So what was begun is done to its end.
    @Override
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .emitter(
                        caller ->
                                repeatedly(work).subscribe().with(caller::complete, caller::fail));
    }

    private static <T> Uni<T> repeatedly(Supplier<Uni<T>> work) {
        return transaction(work)
                .onFailure(PanacheUnitOfWork::isDeadlock)
                .retry()
                .withBackOff(FIRST_PAUSE)
                .atMost(REPEATS);
    }

    private static boolean isDeadlock(Throwable failure) {
        for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof JDBCException refused) {
                return DEADLOCK.equals(refused.getSQLState());
            }
        }
        return false;
    }

    private static <T> Uni<T> transaction(Supplier<Uni<T>> work) {
        return Panache.withTransaction(
                () -> {
                    try {
                        return work.get();
                    } catch (RuntimeException failure) {
                        return Uni.createFrom().failure(failure);
                    }
                });
    }
}
