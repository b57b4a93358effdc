package io.connections.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M32")
class StartingTest {
    @Test
    void aTakenPortIsNamedWithItsHolderAndAnotherChoice() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = new Ports(other.getLocalPort());

            assertThatThrownBy(() -> ports.requireFree(false))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Port %d, wanted for the page".formatted(ports.first()))
                    .hasMessageContaining("(process %d)".formatted(ProcessHandle.current().pid()))
                    .hasMessageContaining("--port " + (ports.first() + 1000));
        }
    }

    @Test
    void theEighthPortIsWantedWithLiveReloadAlone() throws IOException {
        try (var other = afterSevenFreePorts()) {
            var ports = new Ports(other.getLocalPort() - Ports.COUNT);

            assertThatCode(() -> ports.requireFree(false)).doesNotThrowAnyException();
            assertThatThrownBy(() -> ports.requireFree(true))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(
                            "Port %d, wanted for the page with live reload, is taken"
                                    .formatted(other.getLocalPort()))
                    .hasMessageContaining("(process %d)".formatted(ProcessHandle.current().pid()))
                    .hasMessageContaining("./connections dev --port " + (ports.first() + 1000));
        }
    }

    private static ServerSocket afterSevenFreePorts() throws IOException {
        while (true) {
            var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            try {
                new Ports(socket.getLocalPort() - Ports.COUNT).requireFree(false);
                return socket;
            } catch (CannotStart _) {
                socket.close(); // one of the seven is somebody else's: another row
            }
        }
    }

    @Test
    void tooLittleRoomIsSaidBeforeAnythingIsWritten() {
        assertThatThrownBy(() -> Disk.require(Path.of("/data"), 2048, _ -> 5L << 20))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("/data has 5 MiB left; 2048 MiB are needed");
    }

    @Test
    void aDiskThatFillsUpWhileWritingIsRecognised() {
        var cause = new UncheckedIOException(new IOException("/x: No space left on device"));

        assertThat(Launcher.explained(new CompletionException(cause))).contains("disk is full");
    }

    @Test
    void aDiskWithoutRoomForALogIsRecognisedThoughNothingSaysSo() {
        assertThat(Disk.hasNoRoom(Path.of("/data/logs/postgres.log"), _ -> 4096L)).isTrue();
        assertThat(Disk.hasNoRoom(Path.of("/data/logs/postgres.log"), _ -> 5L << 20)).isFalse();
    }

    @Test
    void aPersonMayChooseFolderAndPort() {
        var options =
                Options.parse(
                        Path.of("/home"), List.of("--port", "9080", "--data", "/d", "--empty"));

        assertThat(options.port()).isEqualTo(9080);
        assertThat(options.data()).isEqualTo(Path.of("/d"));
        assertThat(options.empty()).isTrue();
        assertThat(options.fresh()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "65535", "http", ""})
    void aPortThatCannotBeUsedIsRefused(String port) {
        assertThatThrownBy(() -> Options.parse(Path.of("/home"), List.of("--port", port)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("no usable port");
    }

    @Test
    void anUnknownOptionIsAnsweredWithThoseThereAre() {
        assertThatThrownBy(() -> Options.parse(Path.of("/home"), List.of("--ports")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("There is no option --ports")
                .hasMessageContaining("--port N, --data DIR, --fresh, --empty");
    }
}
