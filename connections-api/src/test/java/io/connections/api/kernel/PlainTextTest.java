package io.connections.api.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.domain.access.Role;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What PostgreSQL cannot store never gets there, wherever it stands in a request.
@ApiTest
@Tag("M13")
class PlainTextTest {
    private static final String CONNECTIONS = "/api/v1/connections";

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\ud83d", "\\ude00\\ud83d", "x\\ud83d!"})
    void aNameThatIsNoTextIsRefusedWithItsPlace(String escaped) {
        Response refused = posted("{\"typeId\":\"sftp\",\"name\":\"%s\"}".formatted(escaped));

        assertRefused(refused, "/name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"typeId\":\"sftp\",\"name\":\"a\",\"setup\":{\"host\":\"\\u0000\"}} | /setup/host",
                "{\"typeId\":\"sftp\",\"name\":\"a\",\"setup\":{\"\\u0000\":\"x\"}} | /setup",
                "{\"typeId\":\"sftp\",\"name\":\"a\",\"goals\":[{\"kind\":\"IMPORT_PROFILES\",\"name\":\"\\u0000\"}]}"
                        + " | /goals/0/name",
                "{\"typeId\":\"s\\u0000\",\"name\":\"a\"} | /typeId"
            })
    void textDeepInTheBodyIsCheckedToo(String body, String place) {
        assertRefused(posted(body), place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d\\ude00", "Zoë"})
    void whatIsTextIsTaken(String escaped) {
        Response made = posted("{\"typeId\":\"sftp\",\"name\":\"%s\"}".formatted(escaped));

        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/connections?search=%00, /search",
        "/api/v1/profiles?identifier=a%00b, /identifier",
        "/api/v1/connections?after=%00, /after",
        "/api/v1/runs?state=%00, /state",
        "/api/v1/connection-types/%00, /id"
    })
    void aParameterThatIsNoTextIsRefusedByName(String address, String place) {
        Response refused = As.a(Role.ADMINISTRATOR).urlEncodingEnabled(false).get(address);

        assertRefused(refused, place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/profile-properties/a%00", "/api/v1/connections/ID/secrets/%00"})
    void neitherDoesAPathReachTheDatabase(String address) {
        Response refused =
                As.a(Role.ADMINISTRATOR)
                        .urlEncodingEnabled(false)
                        .delete(address.replace("ID", UUID.randomUUID().toString()));

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
    }

    private static Response posted(String body) {
        return As.a(Role.MARKETER).contentType("application/json").body(body).post(CONNECTIONS);
    }

    private static void assertRefused(Response refused, String place) {
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("errors.collect { it.pointer + ' ' + it.code }"))
                .containsExactly(place + " not-text");
    }
}
