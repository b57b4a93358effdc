package io.connections.api.access;

import io.connections.api.problem.ProblemWriter;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Set;

/// OpenID Connect as Quarkus does it, with our words where nobody is signed in: the API answers
/// with a problem, signing out without a session simply goes home, and only the path for signing
/// in sends the browser to the provider.
@Alternative
@Priority(1)
@ApplicationScoped
class ProblemChallenge implements HttpAuthenticationMechanism {
    private final OidcAuthenticationMechanism oidc;

    ProblemChallenge(OidcAuthenticationMechanism oidc) {
        this.oidc = oidc;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext routing, IdentityProviderManager identities) {
        return oidc.authenticate(routing, identities);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext routing) {
        if (routing.normalizedPath().equals(SessionPaths.LOGOUT)) {
            return Uni.createFrom().item(new ChallengeData(302, "Location", "/"));
        }
        if (routing.normalizedPath().equals(SessionPaths.LOGIN)) {
            return oidc.getChallenge(routing);
        }
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext routing) {
        return getChallenge(routing)
                .invoke(
                        challenge -> {
                            routing.response().setStatusCode(challenge.status);
                            challenge
                                    .getHeaders()
                                    .forEach(
                                            (name, value) ->
                                                    routing.response()
                                                            .putHeader(name.toString(), value));
                            if (challenge.status == 401) {
                                ProblemWriter.notSignedIn(routing);
                            }
                        })
                .replaceWith(true);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext routing) {
        return oidc.getCredentialTransport(routing);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }
}
