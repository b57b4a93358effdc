package io.connections.adapters.persistence.connection;

import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.OpenWork;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.connection.port.ConnectionRepositoryContract;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.connection.Connection;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresConnectionRepositoryTest extends ConnectionRepositoryContract {
    @Inject UnitOfWork unitOfWork;
    @Inject ConnectionRepository connections;
    @Inject AgroalDataSource dataSource;

    @Override
    protected ConnectionRepository connections() {
        return connections;
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.on(() -> unitOfWork.run(work));
    }

    @Test
    @Tag("M30")
    void whoIsAboutToChangeWaitsForWhoSavesAndReadsWhatWasSaved() throws Exception {
        Connection first = aConnection().build();
        await(() -> connections.add(first));
        Connection next = first.save(first.content().withName("Saved"), first.created());
        OpenWork saving = OpenWork.that(unitOfWork, () -> connections.save(next, first.version()));
        FutureTask<Connection> changing =
                OpenWork.started(unitOfWork, () -> connections.getToChange(first.id()));
        OpenWork.untilSomebodyWaits(dataSource);

        saving.end();

        assertThat(changing.get(30, TimeUnit.SECONDS)).isEqualTo(next);
    }

    @Test
    @Tag("M30")
    void whoSavesWaitsForWhoIsAboutToChange() throws Exception {
        Connection first = aConnection().build();
        await(() -> connections.add(first));
        Connection next = first.save(first.content().withName("Saved"), first.created());
        OpenWork changing = OpenWork.that(unitOfWork, () -> connections.getToChange(first.id()));
        FutureTask<Boolean> saving =
                OpenWork.started(unitOfWork, () -> connections.save(next, first.version()));
        OpenWork.untilSomebodyWaits(dataSource);
        boolean early = saving.isDone();

        changing.end();

        assertThat(saving.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(early).isFalse();
    }
}
