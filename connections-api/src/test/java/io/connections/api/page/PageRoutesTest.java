package io.connections.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.api.testing.Browser;
import io.connections.domain.access.Role;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ApiTest
@Tag("M30")
@Tag("M32")
class PageRoutesTest {
    @Test
    void anAssetNeverChangesAndThePageIsAskedForEachTime() {
        Response asset = As.nobody().get("/assets/app-1a2b3c.js");
        Response page = As.nobody().get("/connections/5");

        assertThat(asset.header("Cache-Control")).contains("immutable");
        assertThat(page.asString()).contains("<title>Connections</title>");
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void whatThePageLoadsIsCompressedForWhoeverCanReadIt() throws Exception {
        for (String path : List.of("/assets/app-1a2b3c.js", "/connections/5")) {
            Response packed = As.nobody().get(path);
            HttpResponse<String> plain = fromOneWhoReadsPlainTextOnly(path);

            assertThat(packed.header("Content-Encoding")).as(path).isEqualTo("gzip");
            assertThat(plain.headers().firstValue("Content-Encoding").orElse("identity"))
                    .as(path)
                    .isEqualTo("identity");
            assertThat(packed.asString()).isEqualTo(plain.body());
        }
    }

    private static HttpResponse<String> fromOneWhoReadsPlainTextOnly(String path)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(
                                    URI.create("http://localhost:" + RestAssured.port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void whateverIsAskedOfThePageIsOneSeriesOfTheMetrics() {
        for (String path : List.of("/assets/app-1a2b3c.js", "/connections/77", "/wp-login.php")) {
            As.nobody().get(path);
        }

        String metrics = As.nobody().get("/q/metrics").asString();

        assertThat(metrics)
                .contains("uri=\"/{page}\"")
                .doesNotContain("app-1a2b3c", "/connections/77", "wp-login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/app-older.js", "/assets/app", "/assets/", "/favicon.gone"})
    void aMissingFileIsNotThePageAndIsNotKept(String path) {
        Response missing = As.nobody().get(path);

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.header("Cache-Control")).isEqualTo("no-store");
        assertThat(missing.asString()).doesNotContain("<title>Connections</title>");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, 200",
        "GET, /assets/app-1a2b3c.js, 200",
        "GET, /assets/gone.js, 404",
        "GET, /api/v1/me, 401",
        "GET, /api/v1/nothing, 401",
        "DELETE, /api/v1/me, 401",
        "GET, /api/nothing, 401",
        "GET, /session/login, 302",
        "GET, /session/logout, 405",
        "POST, /session/logout, 403",
        "GET, /q/health/ready, 200",
        "GET, /q/openapi, 200"
    })
    void everyAnswerToAStrangerHasTheHeadersThatProtectABrowser(
            String method, String path, int status) {
        Response answer = new Browser().request().request(method, path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertProtected(answer, path);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/me, 200",
        "GET, /api/v1/nothing, 404",
        "DELETE, /api/v1/me, 405",
        "GET, /api/v1/runs?limit=0, 422",
        "DELETE, /api/v1/profiles/00000000-0000-0000-0000-000000000000, 403"
    })
    void everyAnswerOfTheApiHasTheHeadersThatProtectABrowser(
            String method, String path, int status) {
        Response answer = As.a(Role.VIEWER).request(method, path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertProtected(answer, path);
    }

    private static void assertProtected(Response answer, String path) {
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("X-Trace-Id")).hasSize(32);
        if (!path.startsWith("/q/")) {
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'self'")
                    .contains("frame-ancestors 'none'");
        }
        if (path.startsWith("/api/")) {
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }
    }
}
