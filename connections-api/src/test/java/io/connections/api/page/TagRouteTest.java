package io.connections.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.restassured.response.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ApiTest
@Tag("M25")
class TagRouteTest {
    @Test
    void theTagIsForPagesOfAllSitesForSomeMinutes() {
        Response tag = As.nobody().header("Origin", "https://shop.example").get("/tag.js");

        assertThat(tag.statusCode()).isEqualTo(200);
        assertThat(tag.asString()).isEqualTo("// stands for the website tag\n");
        assertThat(tag.contentType()).isEqualToIgnoringCase("text/javascript;charset=utf-8");
        assertThat(tag.header("Cache-Control")).isEqualTo("public, max-age=300");
        assertThat(tag.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(tag.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(tag.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(tag.header("ETag")).matches("\"[0-9a-f]{32}\"");
        assertThat(tag.headers().hasHeaderWithName("Set-Cookie")).isFalse();
        assertThat(As.nobody().get("/").header("Access-Control-Allow-Origin")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"TAG, 304", "W/TAG, 304", "'\"x\", TAG', 304", "*, 304", "'\"x\"', 200"})
    void whoHasItAlreadyIsToldSo(String ifNoneMatch, int status) {
        String tag = As.nobody().get("/tag.js").header("ETag");

        Response again =
                As.nobody().header("If-None-Match", ifNoneMatch.replace("TAG", tag)).get("/tag.js");

        assertThat(again.statusCode()).isEqualTo(status);
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(again.header("Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void itCanBeLookedAtWithoutBeingFetched() {
        Response head = As.nobody().head("/tag.js");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo("30");
        assertThat(head.asString()).isEmpty();
    }
}
