package io.connections.adapters.persistence.visitor;

import io.agroal.api.AgroalDataSource;
import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.adapters.testing.Things;
import io.connections.application.inpage.port.PageProfiles;
import io.connections.application.inpage.port.PageProfilesContract;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.ProfileHistory;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.kernel.ObjectKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Supplier;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresPageProfilesTest extends PageProfilesContract {
    @Inject UnitOfWork unitOfWork;
    @Inject PageProfiles profiles;
    @Inject ProfileHistory history;
    @Inject AgroalDataSource dataSource;

    @Override
    protected PageProfiles profiles() {
        return profiles;
    }

    @Override
    protected ProfileHistory history() {
        return history;
    }

    @Override
    protected ConnectionId connection() {
        return new ConnectionId(
                UUID.fromString(Things.made(dataSource, ObjectKind.CONNECTION, "Pages").id()));
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.on(() -> unitOfWork.run(work));
    }
}
