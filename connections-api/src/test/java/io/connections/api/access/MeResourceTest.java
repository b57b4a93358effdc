package io.connections.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ApiTest;
import io.connections.api.testing.As;
import io.connections.domain.access.Role;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ApiTest
@Tag("M30")
class MeResourceTest {
    @Test
    void saysWhoIsSignedInAndWhatTheyMayDo() {
        Response me = As.a(Role.VIEWER).get("/api/v1/me");

        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.jsonPath().getString("name")).isEqualTo("A viewer");
        assertThat(me.jsonPath().getList("roles")).containsExactly("viewer");
        assertThat(me.jsonPath().getList("permissions"))
                .containsExactly("connections:read", "profiles:read");
    }

    @Test
    void aTokensScopesNarrowWhatItsRolesGrant() {
        Response me = As.a(Role.VIEWER, "profiles:read connections:write").get("/api/v1/me");

        assertThat(me.jsonPath().getList("permissions")).containsExactly("profiles:read");
    }

    @Test
    void withoutATokenItIsAProblemAndNeverARedirect() {
        Response me = As.nobody().redirects().follow(false).get("/api/v1/me");

        assertThat(me.statusCode()).isEqualTo(401);
        assertThat(me.contentType()).startsWith("application/problem+json");
        assertThat(me.jsonPath().getString("type")).isEqualTo("/problems/not-signed-in");
        assertThat(me.jsonPath().getString("traceId")).hasSize(32);
        assertThat(me.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void aTokenThatDoesNotCountIsToldFromNone() {
        assertThat(challenged(As.withToken("not.a.token")))
                .isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(challenged(As.forAnotherService())).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(challenged(As.someone())).isEqualTo("Bearer error=\"invalid_token\"");
    }

    @Test
    void whoSendsSomethingElseThanATokenIsAskedForOne() {
        assertThat(challenged(As.nobody().header("Authorization", "Basic bWlhOm1pYQ==")))
                .isEqualTo("Bearer");
    }

    private static String challenged(RequestSpecification by) {
        Response refused = by.get("/api/v1/me");
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(401);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        return refused.header("WWW-Authenticate");
    }

    @Test
    void aTokenThatDoesNotSayWhoseItIsSignsNobodyIn() {
        Response me = As.someone().get("/api/v1/me");

        assertThat(me.statusCode()).as(me.asString()).isEqualTo(401);
        assertThat(me.jsonPath().getString("type")).isEqualTo("/problems/not-signed-in");
    }
}
