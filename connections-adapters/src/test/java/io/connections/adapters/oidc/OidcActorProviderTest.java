package io.connections.adapters.oidc;

import io.connections.application.access.port.ActorProvider.SignedIn;
import io.connections.application.access.port.ActorProviderContract;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

class OidcActorProviderTest extends ActorProviderContract {
    @Override
    protected SignedIn current(Caller caller) {
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
        return current(identity.build());
    }

    @Override
    protected SignedIn nobody() {
        return current(
                QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal(""))
                        .setAnonymous(true)
                        .build());
    }

    private static SignedIn current(SecurityIdentity identity) {
        return new OidcActorProvider(new Current(identity), new CurrentVertxRequest())
                .current()
                .await()
                .indefinitely();
    }

    private record Token(Map<String, String> claims) implements JsonWebToken {
        @Override
        public String getName() {
            return claims.getOrDefault("sub", "");
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
