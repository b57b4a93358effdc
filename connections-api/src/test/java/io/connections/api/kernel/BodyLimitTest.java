package io.connections.api.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.domain.access.Role;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// JSON bodies have a limit (100,000 bytes in tests); the one upload has its own.
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
    void aBodyThatIsTooLargeIsRefusedWhereverItIsSent(String path) throws Exception {
        assertThat(posted(path, BodyPublishers.ofByteArray(LARGE))).isEqualTo(413);
    }

    @Test
    void alsoWhenItDoesNotSayHowLargeItIs() throws Exception {
        assertThat(
                        posted(
                                "/api/v1/connections",
                                BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(LARGE))))
                .isEqualTo(413);
    }

    @Test
    void theUploadOfMendedRecordsMayBeLarger() throws Exception {
        String path = "/api/v1/runs/%s/replay".formatted(UUID.randomUUID());

        assertThat(posted(path, BodyPublishers.ofByteArray(LARGE))).isNotEqualTo(413);
    }

    private static int posted(String path, BodyPublisher body) throws Exception {
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
        }
    }
}
