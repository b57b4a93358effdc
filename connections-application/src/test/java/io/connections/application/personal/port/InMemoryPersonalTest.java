package io.connections.application.personal.port;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

class InMemoryPersonalTest extends PersonalContract {
    private final InMemoryPersonal personal = new InMemoryPersonal();

    @Override
    protected SavedViewRepository views() {
        return personal;
    }

    @Override
    protected PreferenceRepository preferences() {
        return personal;
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return work.get().await().indefinitely();
    }
}
