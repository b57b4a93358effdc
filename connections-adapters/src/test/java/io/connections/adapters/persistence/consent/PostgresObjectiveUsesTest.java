package io.connections.adapters.persistence.consent;

import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.OpenWork;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.consent.SavedObjective;
import io.connections.application.consent.port.ObjectiveRepository;
import io.connections.application.consent.port.ObjectiveUses;
import io.connections.application.consent.port.ObjectiveUses.Uses;
import io.connections.application.consent.port.ObjectiveUsesContract;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.connection.Connection;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresObjectiveUsesTest extends ObjectiveUsesContract {
    @Inject UnitOfWork unitOfWork;
    @Inject ObjectiveUses uses;
    @Inject ConnectionRepository connections;
    @Inject ObjectiveRepository objectives;
    @Inject AgroalDataSource dataSource;

    @Test
    void whoDeletesWaitsForWhoLinksAndThenFindsTheLink() throws Exception {
        ObjectiveId id = new ObjectiveId("linked-" + UUID.randomUUID());
        await(
                () ->
                        objectives.insert(
                                SavedObjective.first(
                                        new Objective(id, "Linked", Set.of()), NOON, "Mia")));
        Connection connection = aConnection().id(UUID.randomUUID()).linkedTo(id).build();
        OpenWork linking =
                OpenWork.that(
                        unitOfWork,
                        () ->
                                objectives
                                        .hold(connection.objectives())
                                        .chain(() -> connections.add(connection)));
        FutureTask<Uses> deleting =
                OpenWork.started(
                        unitOfWork, () -> objectives.findToDelete(id).chain(() -> uses.of(id)));
        OpenWork.untilSomebodyWaits(dataSource);

        linking.end();

        assertThat(deleting.get(30, TimeUnit.SECONDS).count()).isEqualTo(1);
    }

    @Override
    protected ObjectiveUses uses() {
        return uses;
    }

    @Override
    protected ConnectionRepository connections() {
        return connections;
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.on(() -> unitOfWork.run(work));
    }
}
