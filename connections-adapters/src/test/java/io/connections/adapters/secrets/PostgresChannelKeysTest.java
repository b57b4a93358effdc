package io.connections.adapters.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.agroal.api.AgroalDataSource;
import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.adapters.testing.Tables;
import io.connections.adapters.testing.Things;
import io.connections.application.channel.port.ChannelKeys;
import io.connections.application.channel.port.ChannelKeysContract;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.channel.Channel.Stamp;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.kernel.ObjectKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Also what can be read of a key in the database.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresChannelKeysTest extends ChannelKeysContract {
    @Inject UnitOfWork unitOfWork;
    @Inject ChannelKeys keys;
    @Inject AgroalDataSource dataSource;

    @Override
    protected ChannelKeys keys() {
        return keys;
    }

    @Override
    protected ChannelId aChannel() {
        return new ChannelId(
                UUID.fromString(Things.made(dataSource, ObjectKind.CHANNEL, "Shop").id()));
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.on(() -> unitOfWork.run(work));
    }

    @Test
    @Tag("M11")
    void aKeyIsEncryptedAndOpensForItsOwnChannelOnly() {
        ChannelId mine = aChannel();
        ChannelId other = aChannel();
        String key = await(() -> keys.make(mine, new Stamp("Mia", Instant.EPOCH))).reveal();
        Tables.change(
                dataSource,
                """
                insert into channel_key (channel_id, ciphertext, made_at, made_by)
                select ?, ciphertext, made_at, made_by from channel_key where channel_id = ?
                """,
                other.value(),
                mine.value());

        assertThat(
                        Tables.texts(
                                dataSource,
                                "select encode(ciphertext, 'escape') from channel_key where channel_id = ?",
                                mine.value()))
                .allSatisfy(row -> assertThat(row).doesNotContain(key));
        assertThat(catchThrowable(() -> await(() -> keys.reveal(other))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(key);
    }
}
