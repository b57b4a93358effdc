package io.connections.adapters.persistence.kernel;

import io.connections.application.kernel.port.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

@Singleton
final class PanacheUnitOfWork implements UnitOfWork {
    /// A caller who hangs up cancels the request. Passed on, that would close the session under a
    /// statement that is still under way: a warning in the log (HR000090), a failure of what comes
    /// next in the work (*Session/EntityManager is closed*), and a connection given back in the
    /// middle of a transaction. So what was begun is done to its end.
    @Override
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .emitter(
                        caller ->
                                transaction(work).subscribe().with(caller::complete, caller::fail));
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
