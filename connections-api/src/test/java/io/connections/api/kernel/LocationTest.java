package io.connections.api.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.domain.access.Role;
import io.restassured.response.Response;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where a client finds what it made.
@ApiTest
@Tag("M13")
class LocationTest {
    private static final String API = "/api/v1/";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "labels|{'name':'%s'}",
                "channels|{'name':'%s','kind':'EMAIL'}",
                "views|{'list':'connections','name':'%s','state':{}}",
                "profile-properties|{'id':'x%1$s','name':'%1$s','type':'TEXT','identifier':false,'pii':false}",
                "connections|{'typeId':'test-system','name':'%s'}",
            },
            quoteCharacter = '`')
    void leadsToWhatWasMade(String collection, String body) {
        As.a(Role.ADMINISTRATOR).put(API + "connection-types/test-system/installation");

        Response made =
                As.a(Role.MARKETER)
                        .contentType("application/json")
                        .body(body.formatted(UUID.randomUUID()).replace('\'', '"'))
                        .post(API + collection);

        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        assertThat(URI.create(made.header("Location")).getPath())
                .isEqualTo(API + collection + "/" + made.jsonPath().getString("id"));
    }
}
