package io.connections.adapters.persistence.personal;

import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.personal.port.PersonalContract;
import io.connections.application.personal.port.PreferenceRepository;
import io.connections.application.personal.port.SavedViewRepository;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.function.Supplier;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresPersonalTest extends PersonalContract {
    @Inject UnitOfWork unitOfWork;
    @Inject SavedViewRepository views;
    @Inject PreferenceRepository preferences;

    @Override
    protected SavedViewRepository views() {
        return views;
    }

    @Override
    protected PreferenceRepository preferences() {
        return preferences;
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.on(() -> unitOfWork.run(work));
    }
}
