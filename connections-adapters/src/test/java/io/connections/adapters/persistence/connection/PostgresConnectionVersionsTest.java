package io.connections.adapters.persistence.connection;

import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.adapters.persistence.kernel.Sql;
import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.connection.port.ConnectionVersions;
import io.connections.application.connection.port.ConnectionVersionsContract;
import io.connections.application.connection.version.SavedVersion;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Role;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.EditRights;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresConnectionVersionsTest extends ConnectionVersionsContract {
    @Inject UnitOfWork unitOfWork;
    @Inject ConnectionRepository connections;
    @Inject ConnectionVersions versions;

    @Test
    @Tag("M7")
    void aVersionFromBeforeThereWereEditRightsIsEverybodys() {
        Connection one = aConnection().editedBy(Role.APPLICATION_MANAGER).build();
        await(() -> connections.add(one));
        await(
                () ->
                        Sql.change(
                                "update connection_version set document = document - 'editRoles'"
                                        + " where connection_id = ?1",
                                one.id().value()));

        SavedVersion old = await(() -> versions.get(one.id(), one.version()));

        assertThat(old.content()).isEqualTo(one.content().withEditRights(EditRights.EVERYBODY));
    }

    @Override
    protected ConnectionRepository connections() {
        return connections;
    }

    @Override
    protected ConnectionVersions versions() {
        return versions;
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.on(() -> unitOfWork.run(work));
    }
}
