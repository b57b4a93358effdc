package io.connections.adapters.persistence.channel;

import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.agroal.api.AgroalDataSource;
import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.OpenWork;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.application.channel.ChannelNotFound;
import io.connections.application.channel.port.ChannelRepository;
import io.connections.application.channel.port.ChannelUses;
import io.connections.application.channel.port.ChannelUsesContract;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.channel.Channel;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.channel.ChannelScope;
import io.connections.domain.channel.Outlet;
import io.connections.domain.connection.Connection;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Also what becomes of one who chooses a channel while another deletes it.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresChannelUsesTest extends ChannelUsesContract {
    @Inject UnitOfWork unitOfWork;
    @Inject ChannelUses uses;
    @Inject ChannelRepository channels;
    @Inject ConnectionRepository connections;
    @Inject AgroalDataSource dataSource;

    @Override
    protected ChannelUses uses() {
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

    @Test
    void whoDeletesAChannelThatSomebodyChoosesSeesThatItIsUsed() throws Exception {
        Channel channel = added();
        OpenWork choosing =
                OpenWork.that(
                        unitOfWork,
                        () ->
                                channels.use(List.of(channel.id()))
                                        .chain(() -> connections.add(connectionOn(channel))));
        FutureTask<Map<ChannelId, Long>> deleting =
                OpenWork.started(
                        unitOfWork,
                        () ->
                                channels.getToDelete(channel.id())
                                        .chain(() -> uses.count(List.of(channel.id()))));
        OpenWork.untilSomebodyWaits(dataSource);

        choosing.end();

        assertThat(deleting.get(30, TimeUnit.SECONDS)).isEqualTo(Map.of(channel.id(), 1L));
    }

    @Test
    void whoChoosesAChannelThatSomebodyDeletesFindsItGone() throws Exception {
        Channel channel = added();
        OpenWork deleting =
                OpenWork.that(
                        unitOfWork,
                        () ->
                                channels.getToDelete(channel.id())
                                        .chain(() -> channels.delete(channel.id())));
        FutureTask<List<Channel>> choosing =
                OpenWork.started(unitOfWork, () -> channels.use(List.of(channel.id())));
        OpenWork.untilSomebodyWaits(dataSource);

        deleting.end();

        assertThat(choosing.get(30, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void ofTwoWhoDeleteAChannelTheSecondFindsItGone() throws Exception {
        Channel channel = added();
        OpenWork first =
                OpenWork.that(
                        unitOfWork,
                        () ->
                                channels.getToDelete(channel.id())
                                        .chain(() -> channels.delete(channel.id())));
        FutureTask<Channel> second =
                OpenWork.started(unitOfWork, () -> channels.getToDelete(channel.id()));
        OpenWork.untilSomebodyWaits(dataSource);

        first.end();

        assertThat(catchThrowable(() -> second.get(30, TimeUnit.SECONDS)))
                .hasRootCauseInstanceOf(ChannelNotFound.class);
    }

    private Channel added() {
        Channel channel =
                Channel.create(
                        new ChannelId(UUID.randomUUID()),
                        new Channel.Content("Shop", new Outlet.Email()),
                        new Channel.Stamp("Mia", Instant.EPOCH));
        await(() -> channels.insert(channel));
        return channel;
    }

    private static Connection connectionOn(Channel channel) {
        return aConnection()
                .activeOn(
                        new ChannelScope.Chosen(
                                List.of(new ChannelScope.OnChannel(channel.id(), List.of()))))
                .build();
    }
}
