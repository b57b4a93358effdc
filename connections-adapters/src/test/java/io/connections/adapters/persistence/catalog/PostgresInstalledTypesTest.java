package io.connections.adapters.persistence.catalog;

import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.application.catalog.Installation;
import io.connections.application.catalog.port.InstalledTypes;
import io.connections.application.catalog.port.InstalledTypesContract;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.catalog.ConnectionTypeId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresInstalledTypesTest extends InstalledTypesContract {
    private static final ConnectionTypeId OWL = new ConnectionTypeId("owl-post");

    @Inject UnitOfWork unitOfWork;
    @Inject InstalledTypes installed;
    @Inject ConnectionRepository connections;

    @Override
    protected InstalledTypes installed() {
        return installed;
    }

    @Override
    protected ConnectionRepository connections() {
        return connections;
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.on(() -> unitOfWork.run(work));
    }

    @Test
    void whoMakesAConnectionWhileItsTypeIsBeingUninstalledWaitsAndFindsItGone() throws Exception {
        await(() -> installed.install(OWL, new Installation(NOON, "Anna")));
        CountDownLatch held = new CountDownLatch(1);
        CompletableFuture<Void> end = new CompletableFuture<>();
        FutureTask<Void> uninstalling =
                started(
                        () ->
                                installed
                                        .hold(OWL)
                                        .chain(() -> installed.uninstall(OWL))
                                        .invoke(held::countDown)
                                        .chain(() -> onThisContext(end)));
        assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();

        FutureTask<Boolean> making = started(() -> installed.use(OWL));
        boolean early = making.isDone();
        end.complete(null);

        uninstalling.get(30, TimeUnit.SECONDS);
        assertThat(making.get(30, TimeUnit.SECONDS)).isFalse();
        assertThat(early).isFalse();
    }

    private static Uni<Void> onThisContext(CompletableFuture<Void> end) {
        Context here = Objects.requireNonNull(Vertx.currentContext());
        return Uni.createFrom()
                .completionStage(end)
                .emitOn(task -> here.runOnContext(_ -> task.run()));
    }

    private <T> FutureTask<T> started(Supplier<Uni<T>> work) {
        FutureTask<T> task = new FutureTask<>(() -> await(work));
        Thread.ofPlatform().daemon().start(task);
        return task;
    }
}
