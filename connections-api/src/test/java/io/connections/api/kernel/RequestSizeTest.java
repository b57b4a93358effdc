package io.connections.api.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.domain.access.Role;
import io.restassured.response.Response;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is short on the wire must not become a heap of objects, nor a long answer.
@ApiTest
@Tag("M13")
class RequestSizeTest {
    @Test
    void ofManyMistakesAHundredAreListedAndAllCounted() {
        Response refused = posted("/api/v1/connections", withUnknownFields(5_000));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("errors")).hasSize(100);
        assertThat(refused.jsonPath().getString("detail"))
                .isEqualTo("5000 fields need attention. The first 100 are listed.");
    }

    @Test
    void aBodyWithALongerNameThanAnyoneNeedsIsRefusedWhileItIsRead() {
        Response refused =
                posted("/api/v1/connections", "{\"setup\":{\"" + "k".repeat(60_000) + "\":1}}");

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("detail"))
                .isEqualTo(
                        "The body holds more than a request may: too many values, or too long or too"
                                + " deep ones.");
    }

    @Test
    void soIsABodyOfMoreValuesThanAnyoneNeeds() throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();
        new StrictJson().customize(mapper);

        assertThat(mapper.readTree(numbers(300_000))).hasSize(300_000);
        assertThatExceptionOfType(StreamConstraintsException.class)
                .isThrownBy(() -> mapper.readTree(numbers(400_000)));
    }

    private static String numbers(int amount) {
        return "[1" + ",1".repeat(amount - 1) + "]";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/labels | {\"name\":\"a\",\"name\":\"b\"} | name",
                "/api/v1/connections | {\"typeId\":\"sftp\",\"name\":\"a\",\"name\":\"b\"} | name",
                "/api/v1/connections | {\"typeId\":\"sftp\",\"name\":\"a\",\"setup\":{\"port\":1,\"port\":2}} | port",
                "/api/v1/profile-properties/batch | {\"items\":[],\"items\":[]} | items"
            })
    void aNameSaidTwiceIsAMistakeAndSaidToBeOne(String address, String body, String name) {
        Response refused = posted(address, body);

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.jsonPath().getString("detail")).contains("Duplicate", "'" + name + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/audit-events/export?actor=a%00b, /actor",
        "/api/v1/audit-events/export?objectId=%00, /objectId"
    })
    void aStreamChecksItsParametersBeforeItAsksTheDatabase(String address, String place) {
        Response refused = As.a(Role.ADMINISTRATOR).urlEncodingEnabled(false).get(address);

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo(place);
    }

    @Test
    void anAddressThatIsTooLongIsRefusedWithADocument() {
        Response refused =
                As.a(Role.VIEWER).get("/api/v1/connections?search=" + "x".repeat(10_000));

        assertThat(refused.statusCode()).isEqualTo(414);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/address-too-long");
        assertThat(refused.jsonPath().getString("traceId")).isNotBlank();
    }

    private static Response posted(String address, String body) {
        return As.a(Role.ADMINISTRATOR).contentType("application/json").body(body).post(address);
    }

    private static String withUnknownFields(int amount) {
        return IntStream.range(0, amount)
                .mapToObj(field -> "\"k" + field + "\":1")
                .collect(
                        Collectors.joining(
                                ",", "{\"typeId\":\"sftp\",\"name\":\"x\",\"setup\":{", "}}"));
    }
}
