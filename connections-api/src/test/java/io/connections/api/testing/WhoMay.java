package io.connections.api.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.connections.domain.access.Permission;
import io.connections.domain.access.Role;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.function.Function;
import org.junit.jupiter.api.function.Executable;

/// The rule every endpoint keeps: no token 401, a role without the permission 403, a role with it
/// is let in, and a token without the scope is refused whatever its role.
public final class WhoMay {
    private WhoMay() {}

    public static void needs(Permission permission, Function<RequestSpecification, Response> call) {
        Executable withoutToken =
                () -> assertRefused("no token", call.apply(As.nobody()), 401, "not-signed-in");
        Executable withoutScope =
                () ->
                        assertRefused(
                                "no scope",
                                call.apply(As.a(Role.ADMINISTRATOR, "")),
                                403,
                                "permission-missing");
        assertAll(
                java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(withoutToken, withoutScope),
                        Arrays.stream(Role.values())
                                .map(role -> () -> byRole(role, permission, call))));
    }

    private static void byRole(
            Role role, Permission permission, Function<RequestSpecification, Response> call) {
        Response response = call.apply(As.a(role));
        if (role.permissions().contains(permission)) {
            assertThat(response.statusCode())
                    .as("%s: %s", role, response.asString())
                    .isBetween(200, 299);
        } else {
            assertRefused(role.name(), response, 403, "permission-missing");
        }
    }

    private static void assertRefused(String who, Response response, int status, String code) {
        assertThat(response.statusCode()).as("%s: %s", who, response.asString()).isEqualTo(status);
        assertThat(response.contentType()).as(who).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("type")).as(who).isEqualTo("/problems/" + code);
    }
}
