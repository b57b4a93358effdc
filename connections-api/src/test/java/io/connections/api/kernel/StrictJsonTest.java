package io.connections.api.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.domain.access.Role;
import io.restassured.response.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A request is taken as it was sent or not at all: nothing in it becomes something else.
@ApiTest
@Tag("M13")
class StrictJsonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/connections | {\"typeId\":\"sftp\",\"name\":5} | /name | text",
                "/api/v1/connections | {\"typeId\":\"sftp\",\"name\":true} | /name | text",
                "/api/v1/connections | {\"typeId\":\"sftp\",\"name\":1.5} | /name | text",
                "/api/v1/connections | {\"typeId\":\"sftp\",\"name\":\"a\",\"editRoles\":[1]} | /editRoles/0 | ",
                "/api/v1/profile-properties | {\"id\":\"a\",\"name\":\"A\",\"type\":\"TEXT\",\"identifier\":1,\"pii\":false} | /identifier | boolean",
                "/api/v1/profile-properties | {\"id\":\"a\",\"name\":\"A\",\"type\":\"TEXT\",\"identifier\":\"true\",\"pii\":false} | /identifier | boolean",
                "/api/v1/connections/bulk | {\"action\":\"DELETE\",\"filter\":{},\"total\":\"5\"} | /total | whole number",
                "/api/v1/connections/bulk | {\"action\":\"DELETE\",\"filter\":{},\"total\":1.5} | /total | whole number"
            })
    void oneTypeIsNotTakenForAnother(String address, String body, String pointer, String wanted) {
        Response refused = posted(address, body);

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo(pointer);
        if (wanted != null) {
            assertThat(refused.jsonPath().getString("errors[0].message"))
                    .startsWith("This must be a " + wanted);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"goals\":[null]",
                "\"goals\":[{\"kind\":\"IMPORT_PROFILES\",\"mapping\":[null]}]",
                "\"goals\":[{\"kind\":\"IMPORT_PROFILES\",\"matching\":{\"anyOf\":[null]}}]",
                "\"goals\":[{\"kind\":\"IMPORT_PROFILES\",\"matching\":{\"anyOf\":[[null]]}}]",
                "\"editRoles\":[null]"
            })
    void nothingIsNoMemberOfAList(String field) {
        Response refused =
                posted(
                        "/api/v1/connections",
                        "{\"typeId\":\"sftp\",\"name\":\"a\",%s}".formatted(field));

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("errors[0].message")).contains("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"a\"} {}", "{\"name\":\"a\"} 1", "{\"name\":\"a\"} x"})
    void nothingStandsBehindTheDocument(String body) {
        Response refused = posted("/api/v1/labels", body);

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/request-malformed");
    }

    private static Response posted(String address, String body) {
        return As.a(Role.ADMINISTRATOR).contentType("application/json").body(body).post(address);
    }
}
