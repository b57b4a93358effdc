package io.connections.adapters.persistence.kernel;

import io.connections.application.kernel.port.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

@Singleton
final class PanacheUnitOfWork implements UnitOfWork {
    @Override
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
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
