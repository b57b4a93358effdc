package io.connections.api.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.api.testing.Until;
import io.connections.domain.access.Role;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofStreamsOnOneConnectionThatAreNotSentToTheirEndAllMakeRoomAgain(boolean connectionEnds)
            throws Exception {
        byte[] body = " ".repeat(90_000).getBytes(StandardCharsets.US_ASCII);
        HttpClient client = multiplexing();
        List<HttpClientRequest> begun = List.of(stream(client, 70_000), stream(client, 70_000));
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
        client.close();
    }

    @Test
    void aStreamThatDoesNotSayHowLargeItIsTakesRoomToo() throws Exception {
        byte[] body = " ".repeat(90_000).getBytes(StandardCharsets.US_ASCII);
        HttpClient client = multiplexing();
        HttpClientRequest unsaid = stream(client, UNSAID);

        Until.holds(
                () -> "a large body is told to come again",
                Duration.ofSeconds(20),
                () -> posted("/api/v1/connections", BodyPublishers.ofByteArray(body)) == 503);

        unsaid.reset();
        client.close();
    }

    private HttpClient multiplexing() {
        return vertx.createHttpClient(
                new HttpClientOptions()
                        .setProtocolVersion(HttpVersion.HTTP_2)
                        .setHttp2ClearTextUpgrade(false));
    }

    /// As [#begun], as one of several on the same connection.
    private static HttpClientRequest stream(HttpClient client, int length) throws Exception {
        HttpClientRequest request =
                client.request(
                                HttpMethod.POST,
                                RestAssured.port,
                                "localhost",
                                "/api/v1/connections")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(20, TimeUnit.SECONDS);
        request.putHeader("Authorization", "Bearer " + As.tokenOf(Role.MARKETER))
                .putHeader("Content-Type", "application/json")
                .setChunked(true)
                .exceptionHandler(_ -> {});
        if (length != UNSAID) {
            request.putHeader("Content-Length", String.valueOf(length));
        }
        request.write("[").toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
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
