package io.connections.api.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.api.testing.Http2;
import io.connections.api.testing.Overheard;
import io.connections.api.testing.Until;
import io.connections.domain.access.Role;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// JSON bodies have a limit (in tests 100,000 bytes where they hold goals, 60,000 elsewhere, and
/// 150,000 of the larger ones at once); the one upload has its own.
@ApiTest
@Tag("M30")
class BodyLimitTest {
    private static final int UNSAID = -1;
    private static final byte[] LARGE = " ".repeat(200_000).getBytes(StandardCharsets.US_ASCII);

    @Inject Vertx vertx;

    @Inject BodyLimit limit;

    /// Whoever hung up or was answered in the test before may still hold room. Then what this test
    /// means to hold would be refused, and nothing be held at all.
    @BeforeEach
    void nothingIsHeld() {
        held(0);
    }

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
        try (Overheard log = Overheard.asShipped()) {
            HttpResponse<String> refused =
                    answered(
                            "/api/v1/connections",
                            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(LARGE)));

            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(refused.body()).contains("/problems/request-too-large", "100,000 bytes");
            assertThat(refused.headers().firstValue("Connection")).contains("close");
            assertThat(log.text()).isEmpty();
        }
    }

    @Test
    void asOneStreamOfManyItEndsAloneThen() throws Exception {
        try (Http2 connection = new Http2(vertx)) {
            HttpClientRequest other = stream(connection, UNSAID);
            HttpClientRequest large =
                    connection.post("/api/v1/labels").putHeader("Content-Type", "application/json");

            Http2.Answer refused = Http2.answer(large, " ".repeat(200_000));

            assertThat(refused.status()).isEqualTo(413);
            assertThat(refused.body()).contains("/problems/request-too-large", "60,000 bytes");
            assertThat(Http2.answer(other, "]").status()).isEqualTo(422);
        }
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
            held(body.length);
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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofStreamsOnOneConnectionThatAreNotSentToTheirEndAllMakeRoomAgain(boolean connectionEnds)
            throws Exception {
        byte[] body = " ".repeat(90_000).getBytes(StandardCharsets.US_ASCII);
        Http2 connection = new Http2(vertx);
        List<HttpClientRequest> begun =
                List.of(stream(connection, 70_000), stream(connection, 70_000));
        held(140_000);
        Until.holds(
                () -> "a large body is told to come again",
                Duration.ofSeconds(20),
                () -> posted("/api/v1/connections", BodyPublishers.ofByteArray(body)) == 503);

        if (connectionEnds) {
            begun.getFirst().connection().close();
        } else {
            begun.forEach(HttpClientRequest::reset);
        }

        Until.holds(
                () -> "what is not sent to its end makes room again",
                Duration.ofSeconds(20),
                () -> posted("/api/v1/connections", BodyPublishers.ofByteArray(body)) == 422);
        connection.close();
    }

    @Test
    void aStreamThatDoesNotSayHowLargeItIsTakesRoomToo() throws Exception {
        byte[] body = " ".repeat(90_000).getBytes(StandardCharsets.US_ASCII);
        Http2 connection = new Http2(vertx);
        HttpClientRequest unsaid = stream(connection, UNSAID);
        held(100_000);

        Until.holds(
                () -> "a large body is told to come again",
                Duration.ofSeconds(20),
                () -> posted("/api/v1/connections", BodyPublishers.ofByteArray(body)) == 503);

        unsaid.reset();
        connection.close();
    }

    private void held(long bytes) {
        Until.holds(
                () -> "%,d bytes are held, not %,d".formatted(bytes, limit.bytesNow()),
                Duration.ofSeconds(20),
                () -> limit.bytesNow() == bytes);
    }

    /// As [#begun], as one of several on the same connection.
    private static HttpClientRequest stream(Http2 connection, int length) throws Exception {
        HttpClientRequest request =
                connection
                        .post("/api/v1/connections")
                        .putHeader("Content-Type", "application/json");
        if (length != UNSAID) {
            request.putHeader("Content-Length", String.valueOf(length));
        }
        Http2.awaited(request.write("["));
        return request;
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
        return answered(path, body).statusCode();
    }

    private static HttpResponse<String> answered(String path, BodyPublisher body) {
        try (java.net.http.HttpClient client =
                java.net.http.HttpClient.newBuilder()
                        .version(java.net.http.HttpClient.Version.HTTP_1_1)
                        .build()) {
            return client.send(
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://localhost:%d%s"
                                                    .formatted(RestAssured.port, path)))
                            .header("Authorization", "Bearer " + As.tokenOf(Role.MARKETER))
                            .header("Content-Type", "application/json")
                            .POST(body)
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
