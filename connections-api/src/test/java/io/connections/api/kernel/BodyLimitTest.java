package io.connections.api.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.api.testing.Until;
import io.connections.domain.access.Role;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// JSON bodies have a limit (in tests 100,000 bytes where they hold goals, 60,000 elsewhere, and
/// 150,000 of the larger ones at once); the one upload has its own.
@ApiTest
@Tag("M30")
class BodyLimitTest {
    private static final byte[] LARGE = " ".repeat(200_000).getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/connections",
                "/api/v1/connections/replay",
                "/api/v1/connection-types/sftp/replay",
                "/api/v1/runs/not-a-run/replay",
                "/api/v1/profiles/search;a=/replay"
            })
    void aBodyThatIsTooLargeIsRefusedWhereverItIsSent(String path) {
        assertThat(posted(path, BodyPublishers.ofByteArray(LARGE))).isEqualTo(413);
    }

    @Test
    void alsoWhenItDoesNotSayHowLargeItIs() {
        assertThat(
                        posted(
                                "/api/v1/connections",
                                BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(LARGE))))
                .isEqualTo(413);
    }

    @Test
    void theUploadOfMendedRecordsMayBeLarger() {
        String path = "/api/v1/runs/%s/replay".formatted(UUID.randomUUID());

        assertThat(posted(path, BodyPublishers.ofByteArray(LARGE))).isNotEqualTo(413);
    }

    @Test
    void whereNothingLargeIsKeptLessIsTaken() {
        byte[] body = " ".repeat(70_000).getBytes(StandardCharsets.US_ASCII);

        assertThat(posted("/api/v1/labels", BodyPublishers.ofByteArray(body))).isEqualTo(413);
        assertThat(posted("/api/v1/connections", BodyPublishers.ofByteArray(body))).isEqualTo(422);
    }

    @Test
    void ofLargeOnesOnlySoMuchIsReadAtATime() throws Exception {
        byte[] body = " ".repeat(90_000).getBytes(StandardCharsets.US_ASCII);
        try (Socket slow = begun(body.length)) {
            Until.holds(
                    () -> "a second large body is told to come again",
                    Duration.ofSeconds(20),
                    () -> posted("/api/v1/connections", BodyPublishers.ofByteArray(body)) == 503);
            assertThat(slow.isConnected()).isTrue();
        }

        Until.holds(
                () -> "what is not sent to its end makes room again",
                Duration.ofSeconds(20),
                () -> posted("/api/v1/connections", BodyPublishers.ofByteArray(body)) == 422);
    }

    /// Says how much will come, and sends the beginning of it.
    private static Socket begun(int length) throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        socket.getOutputStream()
                .write(
                        """
                        POST /api/v1/connections HTTP/1.1\r
                        Host: localhost\r
                        Authorization: Bearer %s\r
                        Content-Type: application/json\r
                        Content-Length: %d\r
                        \r
                        ["""
                                .formatted(As.tokenOf(Role.MARKETER), length)
                                .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static int posted(String path, BodyPublisher body) {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://localhost:%d%s"
                                                            .formatted(RestAssured.port, path)))
                                    .header("Authorization", "Bearer " + As.tokenOf(Role.MARKETER))
                                    .header("Content-Type", "application/json")
                                    .POST(body)
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
