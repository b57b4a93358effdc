package io.connections.api.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.api.testing.Operations;
import io.connections.api.testing.Operations.Operation;
import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.Page;
import io.connections.domain.access.Role;
import io.restassured.response.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@ApiTest
@Tag("M13")
class QueryParametersTest {
    private static final String A_UUID = "0199f000-0000-7000-8000-000000000001";

    @ParameterizedTest
    @MethodSource
    void whatCannotBeReadIsSaidWithItsName(Operation operation, String name) {
        Response refused =
                operation.ask(As.a(Role.ADMINISTRATOR).queryParam(name, "no such thing"));

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo("/" + name);
        assertThat(refused.jsonPath().getString("errors[0].message"))
                .startsWith(name + " must be ")
                .contains("no such thing");
        assertThat(operation.answers(422)).as("the document says so").isTrue();
    }

    static Stream<Arguments> whatCannotBeReadIsSaidWithItsName() {
        return Operations.all()
                // a stream asks for its run first: RunResourceTest
                .filter(operation -> !operation.id().equals("downloadRejectedRecords"))
                .flatMap(
                        operation ->
                                operation.typedParameters().stream()
                                        .map(name -> Arguments.of(operation, name)));
    }

    @ParameterizedTest
    @MethodSource
    void aPageOfAnySizeButTheAllowedIsRefusedByEveryList(Operation list, String limit) {
        Response refused = list.ask(As.a(Role.ADMINISTRATOR).queryParam("limit", limit));

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo("/limit");
    }

    static Stream<Arguments> aPageOfAnySizeButTheAllowedIsRefusedByEveryList() {
        return lists().flatMap(
                        list ->
                                Stream.of("0", "-1", "201", "1000000", "99999999999", "1.5")
                                        .map(limit -> Arguments.of(list, limit)));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aPlaceInAnotherListIsRefusedByEveryList(Operation list) {
        String elsewhere =
                Paging.of("another list")
                        .next(new Page<>(List.of(), Optional.of(Cursor.of(A_UUID, A_UUID))))
                        .orElseThrow();

        Response refused = list.ask(As.a(Role.ADMINISTRATOR).queryParam("after", elsewhere));

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/request-invalid");
        assertThat(refused.jsonPath().getString("errors[0].pointer")).isEqualTo("/after");
        assertThat(refused.jsonPath().getString("detail")).contains("after");
    }

    static Stream<Operation> lists() {
        return Operations.all().filter(Operation::isPaged);
    }

    @ParameterizedTest
    @CsvSource({
        "/connections/none, connection-not-found",
        "/connections/none/runs, connection-not-found",
        "/runs/none, run-not-found",
        "/runs/none/events, run-not-found",
        "/runs/none/rejected.csv, run-not-found",
        "/profiles/none, profile-not-found",
        "/connection-types/none, connection-type-not-found",
        "/nothing, path-not-found"
    })
    void anIdThatIsNoneIsOfSomethingThatIsNotThere(String path, String code) {
        Response refused = As.a(Role.VIEWER).get("/api/v1" + path);

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/" + code);
    }
}
