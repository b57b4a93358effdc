package io.connections.api.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M18")
class GoneClientsTest {
    @Test
    void aClientThatIsGoneIsNotWorthSaying() {
        assertThat(GoneClients.isWorthSaying(logged(new IOException("Connection reset by peer"))))
                .isFalse();
        assertThat(
                        GoneClients.isWorthSaying(
                                logged(new IllegalStateException(new ClosedChannelException()))))
                .isFalse();
    }

    @Test
    void anythingElseThatEndsAStreamIs() {
        assertThat(GoneClients.isWorthSaying(logged(new IOException("No space left")))).isTrue();
        assertThat(GoneClients.isWorthSaying(logged(new IllegalStateException("oops")))).isTrue();
        assertThat(GoneClients.isWorthSaying(new LogRecord(Level.INFO, "hello"))).isTrue();
    }

    private static LogRecord logged(Throwable thrown) {
        LogRecord logged = new LogRecord(Level.SEVERE, "a stream ended");
        logged.setThrown(thrown);
        return logged;
    }
}
