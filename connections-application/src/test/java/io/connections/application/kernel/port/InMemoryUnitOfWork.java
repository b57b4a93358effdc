package io.connections.application.kernel.port;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Supplier;

/// Takes back what its stores were told when the work fails.
public final class InMemoryUnitOfWork implements UnitOfWork {
    private final List<Store> stores;

    public InMemoryUnitOfWork(Store... stores) {
        this.stores = List.of(stores);
    }

    /// Something that can go back to how it was.
    public interface Store {
        /// What brings back what is there now.
        Runnable remember();
    }

    @Override
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            List<Runnable> before = stores.stream().map(Store::remember).toList();
                            return Uni.createFrom()
                                    .deferred(work::get)
                                    .onFailure()
                                    .invoke(() -> before.forEach(Runnable::run));
                        });
    }
}
