package io.connections.adapters.connector.sftp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How long somebody outside waits, and how long somebody inside.
@Tag("M21")
@Timeout(20)
class DoorTest {
    private static final int PACKET = 16;

    private final Door door = new Door(Duration.ofMillis(100));
    private ServerSocket listening;
    private Socket server;

    @BeforeEach
    void connect() throws IOException {
        listening = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        door.connect(listening.getLocalSocketAddress());
        server = listening.accept();
    }

    @AfterEach
    void close() throws IOException {
        door.close();
        server.close();
        listening.close();
    }

    @Test
    void whatIsSaidBeforeTheNameIsNotHeardAndAllBehindItIs() throws IOException {
        say("Welcome!\r\nNo SSH- in here\r\nSSH-2.0-shop\r\npackets");
        server.shutdownOutput();
        door.knock();

        assertThat(new String(door.getInputStream().readAllBytes(), US_ASCII))
                .isEqualTo("SSH-2.0-shop\r\npackets");
    }

    @Test
    void whoIsNotLetInInTimeIsShutOut() throws IOException {
        say("SSH-2.0-shop\r\n");
        door.knock();
        InputStream bytes = door.getInputStream();
        bytes.skipNBytes(14);

        assertThatThrownBy(() -> bytes.read(new byte[PACKET], 0, PACKET))
                .isInstanceOf(SocketTimeoutException.class);
        assertThatThrownBy(() -> readOnPastPauses(bytes))
                .isNotInstanceOf(SocketTimeoutException.class)
                .hasRootCauseInstanceOf(SocketTimeoutException.class);
        assertThat(door.isClosed()).isTrue();
    }

    @Test
    void whoIsInsideMayBeSilentForAsLongAsHeLikes() throws IOException {
        say("SSH-2.0-shop\r\n");
        door.knock();
        InputStream bytes = door.getInputStream();
        bytes.skipNBytes(14);
        door.enter();

        for (int pause = 0; pause < 3; pause++) {
            assertThatThrownBy(() -> bytes.read(new byte[PACKET], 0, PACKET))
                    .isInstanceOf(SocketTimeoutException.class);
        }
        say("x");

        assertThat(bytes.read(new byte[PACKET], 0, PACKET)).isEqualTo(1);
    }

    /// As the library does.
    private static void readOnPastPauses(InputStream bytes) throws IOException {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                bytes.read(new byte[PACKET], 0, PACKET);
            } catch (SocketTimeoutException _) {
                // A pause.
            }
        }
    }

    private void say(String words) throws IOException {
        server.getOutputStream().write(words.getBytes(US_ASCII));
    }
}
