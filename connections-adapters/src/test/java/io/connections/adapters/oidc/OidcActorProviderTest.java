package io.connections.adapters.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.application.access.port.ActorProviderContract;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.access.Role;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OidcActorProviderTest extends ActorProviderContract {
    @Override
    protected Actor current(Caller caller) {
        QuarkusSecurityIdentity.Builder identity =
                QuarkusSecurityIdentity.builder()
                        .setPrincipal(
                                new Token(
                                        Map.of(
                                                "sub", caller.subject(),
                                                "name", caller.name(),
                                                "scope", caller.scopes().orElse("openid"))))
                        .addAttribute("tenant-id", caller.scopes().isPresent() ? "bearer" : "page");
        caller.roles().forEach(identity::addRole);
        return current(identity.build(), new Terms(Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource
    @Tag("M12")
    void scopesAreReadAsProvidersWriteThem(Map<String, Object> scopes) {
        Map<String, Object> claims = new HashMap<>(scopes);
        claims.put("sub", "7f3");

        Actor application = current(application(claims), new Terms(Optional.empty()));

        assertThat(application.permissions())
                .containsExactlyInAnyOrder(Permission.CONNECTIONS_READ, Permission.RUNS_EXECUTE);
    }

    static Stream<Map<String, Object>> scopesAreReadAsProvidersWriteThem() {
        List<String> both = List.of("connections:read", "runs:execute");
        return Stream.of(
                Map.of("scope", "connections:read runs:execute"),
                Map.of("scp", "connections:read runs:execute"),
                Map.of("scp", both),
                Map.of("scp", Json.createArrayBuilder(both).build()),
                Map.of("scope", "connections:read runs:execute", "scp", "profiles:write"));
    }

    @Test
    void theProvidersOwnRoleNamesStandForOurs() {
        SecurityIdentity identity =
                QuarkusSecurityIdentity.builder()
                        .setPrincipal(new Token(Map.of("sub", "7f3")))
                        .addRole("Marketing team")
                        .addRole("viewer")
                        .build();

        Actor mia = current(identity, new Terms(Optional.of(List.of("CRM", "Marketing team"))));

        assertThat(mia.roles()).containsExactlyInAnyOrder(Role.MARKETER, Role.VIEWER);
    }

    @Test
    void ourNameOfARoleGrantsNothingWhereTheProviderHasAnother() {
        SecurityIdentity identity =
                QuarkusSecurityIdentity.builder()
                        .setPrincipal(new Token(Map.of("sub", "7f3")))
                        .addRole("marketer")
                        .build();

        assertThat(current(identity, new Terms(Optional.of(List.of("CRM")))).roles()).isEmpty();
    }

    private static SecurityIdentity application(Map<String, Object> claims) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new Token(claims))
                .addAttribute("tenant-id", "bearer")
                .addRole("administrator")
                .build();
    }

    @Override
    protected Actor nobody() {
        return current(
                QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal(""))
                        .setAnonymous(true)
                        .build(),
                new Terms(Optional.empty()));
    }

    private static Actor current(SecurityIdentity identity, ProviderTerms terms) {
        return new OidcActorProvider(new Current(identity), new CurrentVertxRequest(), terms)
                .current()
                .await()
                .indefinitely();
    }

    private record Terms(Optional<List<String>> marketer)
            implements ProviderTerms, ProviderTerms.Roles {
        @Override
        public List<String> scopes() {
            return List.of("scope", "scp");
        }

        @Override
        public Roles roles() {
            return this;
        }

        @Override
        public Optional<List<String>> viewer() {
            return Optional.empty();
        }

        @Override
        public Optional<List<String>> applicationManager() {
            return Optional.empty();
        }

        @Override
        public Optional<List<String>> administrator() {
            return Optional.empty();
        }
    }

    private record Token(Map<String, ?> claims) implements JsonWebToken {
        @Override
        public String getName() {
            return String.valueOf(claims.get("sub"));
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface has it
        public <T> @Nullable T getClaim(String name) {
            return (T) claims.get(name);
        }
    }

    private record Current(SecurityIdentity identity) implements CurrentIdentityAssociation {
        @Override
        public SecurityIdentity getIdentity() {
            return identity;
        }

        @Override
        public Uni<SecurityIdentity> getDeferredIdentity() {
            return Uni.createFrom().item(identity);
        }

        @Override
        public void setIdentity(SecurityIdentity other) {
            throw new UnsupportedOperationException("who asks is asked only");
        }

        @Override
        public void setIdentity(Uni<SecurityIdentity> other) {
            throw new UnsupportedOperationException("who asks is asked only");
        }
    }
}
