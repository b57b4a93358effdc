package io.connections.adapters.persistence.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.OpenWork;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.adapters.testing.Tables;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.PropertyUses;
import io.connections.application.profile.port.PropertyUsesContract;
import io.connections.application.run.request.RunState;
import io.connections.application.run.request.port.RunQueue;
import io.connections.domain.run.RunId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresPropertyUsesTest extends PropertyUsesContract {
    @Inject UnitOfWork unitOfWork;
    @Inject PropertyUses uses;
    @Inject ConnectionRepository connections;
    @Inject RunQueue queue;
    @Inject AgroalDataSource dataSource;

    @Override
    protected PropertyUses uses() {
        return uses;
    }

    @Override
    protected ConnectionRepository connections() {
        return connections;
    }

    @Override
    protected RunQueue queue() {
        return queue;
    }

    @Override
    protected void ended(RunId run, RunState state) {
        Tables.change(
                dataSource,
                "update run set state = ?, ended_at = now() where id = ?",
                state.name(),
                run.value());
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.on(() -> unitOfWork.run(work));
    }

    @Test
    void whoDeletesAPropertyWaitsForWhoBeganToNeedOne() throws Exception {
        OpenWork needing = OpenWork.that(unitOfWork, uses::use);
        FutureTask<Void> deleting = OpenWork.started(unitOfWork, uses::hold);
        OpenWork.untilSomebodyWaits(dataSource);
        boolean early = deleting.isDone();

        needing.end();

        deleting.get(30, TimeUnit.SECONDS);
        assertThat(early).isFalse();
    }

    @Test
    void whoBeginsToNeedAPropertyWaitsForWhoIsAboutToDeleteOne() throws Exception {
        OpenWork deleting = OpenWork.that(unitOfWork, uses::hold);
        FutureTask<Void> needing = OpenWork.started(unitOfWork, uses::use);
        OpenWork.untilSomebodyWaits(dataSource);
        boolean early = needing.isDone();

        deleting.end();

        needing.get(30, TimeUnit.SECONDS);
        assertThat(early).isFalse();
    }

    @Test
    void thoseWhoNeedPropertiesDoNotWaitForOneAnother() throws Exception {
        OpenWork needing = OpenWork.that(unitOfWork, uses::use);

        await(uses::use);

        needing.end();
    }
}
