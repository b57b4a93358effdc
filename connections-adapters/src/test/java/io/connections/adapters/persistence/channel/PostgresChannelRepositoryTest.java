package io.connections.adapters.persistence.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.OpenWork;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.application.channel.port.ChannelRepository;
import io.connections.application.channel.port.ChannelRepositoryContract;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.label.port.LabelRepository;
import io.connections.domain.channel.Channel;
import io.connections.domain.channel.Outlet;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Also what becomes of two who make a channel at once.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresChannelRepositoryTest extends ChannelRepositoryContract {
    @Inject UnitOfWork unitOfWork;
    @Inject ChannelRepository channels;
    @Inject LabelRepository labels;
    @Inject AgroalDataSource dataSource;

    @Override
    protected ChannelRepository channels() {
        return channels;
    }

    @Override
    protected LabelRepository labels() {
        return labels;
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.on(() -> unitOfWork.run(work));
    }

    @Test
    void whoHoldsWhileSomebodyMakesAChannelSeesItsHostname() throws Exception {
        Channel first =
                channel("First", new Outlet.Website(host("one"), List.of()), Optional.empty());
        OpenWork making =
                OpenWork.that(
                        unitOfWork, () -> channels.hold().chain(() -> channels.insert(first)));
        FutureTask<List<Channel>> other =
                OpenWork.started(
                        unitOfWork,
                        () -> channels.hold().chain(() -> channels.having(List.of(host("one")))));
        OpenWork.untilSomebodyWaits(dataSource);

        making.end();

        assertThat(other.get(30, TimeUnit.SECONDS)).containsExactly(first);
    }
}
