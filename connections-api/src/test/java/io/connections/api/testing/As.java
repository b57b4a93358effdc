package io.connections.api.testing;

import static io.restassured.RestAssured.given;

import io.connections.domain.access.Permission;
import io.connections.domain.access.Role;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Requests by somebody: `As.a(Role.MARKETER).get("/api/v1/me")`.
public final class As {
    private static final String ALL_SCOPES =
            Arrays.stream(Permission.values())
                    .map(Permission::scope)
                    .collect(Collectors.joining(" "));

    private As() {}

    /// With a bearer token that has the role and every scope.
    public static RequestSpecification a(Role role) {
        return withToken(tokenOf(role));
    }

    /// A bearer token that has the role and every scope, for other clients.
    public static String tokenOf(Role role) {
        return token(role, ALL_SCOPES);
    }

    public static RequestSpecification a(Role role, String scopes) {
        return withToken(token(role, scopes));
    }

    public static RequestSpecification nobody() {
        return given();
    }

    public static RequestSpecification withToken(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    /// A marketer's token as a provider would make it that does not say who it is for.
    public static RequestSpecification someone() {
        return withToken(
                IdentityProviderForTests.signed(
                        IdentityProviderForTests.nameless("marketer")
                                .audience(IdentityProviderForTests.AUDIENCE)
                                .claim("scope", "openid connections:read")));
    }

    /// With a token that our provider made for another service.
    public static RequestSpecification forAnotherService() {
        return withToken(
                IdentityProviderForTests.signed(
                        IdentityProviderForTests.claims("mia", "Mia", "administrator")
                                .audience("another-service")
                                .claim("scope", "audit:read")));
    }

    /// With roles and scopes where a provider that is not Keycloak may put them.
    public static RequestSpecification anApplicationOfAnotherProvider(
            Map<String, Object> app, List<String> scopes) {
        return withToken(
                IdentityProviderForTests.signed(
                        IdentityProviderForTests.claims("batch", "Batch")
                                .audience(IdentityProviderForTests.AUDIENCE)
                                .claim("app", app)
                                .claim("scp", scopes)));
    }

    /// A bearer token of one of several people of a role, with every scope.
    public static String tokenOf(String person, Role role) {
        return token(person, role, ALL_SCOPES);
    }

    static String token(Role role, String scopes) {
        return token(role.id() + "-id", role, scopes);
    }

    private static String token(String person, Role role, String scopes) {
        return IdentityProviderForTests.signed(
                IdentityProviderForTests.claims(person, "A " + role.id(), role.id())
                        .audience(IdentityProviderForTests.AUDIENCE)
                        .claim("scope", "openid " + scopes));
    }
}
