package io.connections.api.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.api.testing.Http2;
import io.connections.domain.access.Role;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ApiTest
@Tag("M13")
class ReadableContentTypeTest {
    private static final String NONE = "none";

    @Inject Vertx vertx;

    @ParameterizedTest
    @ValueSource(
            strings = {";;;", "json", "/", "application/", "/json", ";charset=utf-8", "\"", " "})
    void aContentTypeThatIsNoneIsRefusedInWords(String contentType) throws Exception {
        HttpResponse<String> refused = posted(contentType);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(415);
        assertThat(refused.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        JsonPath problem = JsonPath.from(refused.body());
        assertThat(problem.getString("type")).isEqualTo("/problems/media-type-not-supported");
        assertThat(problem.getString("detail")).contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/labels", "/api/v1/discovery/website"})
    void aTextIsNotTakenForTheOneFieldOfARequest(String path) {
        As.a(Role.ADMINISTRATOR)
                .contentType("text/plain")
                .body("{\"name\":\"a\"}")
                .post(path)
                .then()
                .statusCode(415);
    }

    @Test
    void oneWithParametersIsRead() throws Exception {
        assertThat(posted("Application/JSON; charset=UTF-8").statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", NONE})
    void aBodyThatDoesNotSayItsLengthIsJsonToo(String type) throws Exception {
        try (Http2 connection = new Http2(vertx)) {
            HttpClientRequest request = typed(connection.post("/api/v1/labels"), type);

            Http2.Answer refused = Http2.answer(request, "{\"name\":\"a\"}");

            assertThat(refused.status()).as(refused.body()).isEqualTo(415);
            assertThat(refused.body()).contains("/problems/media-type-not-supported");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", NONE})
    void whereNoneComesItsTypeIsNoMatter(String type) throws Exception {
        String path = "/api/v1/runs/%s/stop".formatted(UUID.randomUUID());
        try (Http2 connection = new Http2(vertx)) {
            Http2.Answer answer = Http2.answer(typed(connection.post(path), type), "");

            assertThat(answer.body()).contains("/problems/run-not-found");
        }
    }

    private static HttpClientRequest typed(HttpClientRequest request, String type) {
        return type.equals(NONE) ? request : request.putHeader("Content-Type", type);
    }

    private static HttpResponse<String> posted(String contentType) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://localhost:%d/api/v1/connections"
                                                    .formatted(RestAssured.port)))
                            .header("Authorization", "Bearer " + As.tokenOf(Role.MARKETER))
                            .header("Content-Type", contentType)
                            .POST(BodyPublishers.ofString("{}"))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
