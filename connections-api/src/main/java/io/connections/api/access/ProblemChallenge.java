package io.connections.api.access;

import io.connections.api.problem.ProblemWriter;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
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
    private static final String SESSION_COOKIE = "q_session";
    private final OidcAuthenticationMechanism oidc;

    ProblemChallenge(OidcAuthenticationMechanism oidc) {
        this.oidc = oidc;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext routing, IdentityProviderManager identities) {
        boolean claimsASession = claimsASession(routing);
        Uni<SecurityIdentity> known = oidc.authenticate(routing, identities);
        // A dead session must not keep anybody from getting a new one, or from being rid of it.
        return claimsASession && SessionPaths.all().contains(routing.normalizedPath())
                ? known.onFailure(ProblemChallenge::saysNotWho)
                        .recoverWithUni(() -> challengedByUs(routing))
                : known;
    }

    /// OpenID Connect has noted itself as what challenges, as soon as it read a token.
    private Uni<SecurityIdentity> challengedByUs(RoutingContext routing) {
        routing.put(HttpAuthenticationMechanism.class.getName(), this);
        return Uni.createFrom().nullItem();
    }

    private static boolean claimsASession(RoutingContext routing) {
        return routing.request().cookies().stream()
                .anyMatch(cookie -> cookie.getName().startsWith(SESSION_COOKIE));
    }

    private static boolean saysNotWho(Throwable failure) {
        return failure instanceof AuthenticationFailedException
                || failure instanceof AuthenticationCompletionException;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext routing) {
        if (routing.normalizedPath().equals(SessionPaths.LOGOUT)) {
            return endSession(routing).replaceWith(new ChallengeData(302, "Location", "/"));
        }
        if (routing.normalizedPath().equals(SessionPaths.LOGIN)) {
            return oidc.getChallenge(routing);
        }
        return Uni.createFrom()
                .item(new ChallengeData(401, "WWW-Authenticate", ProblemWriter.challenge(routing)));
    }

    /// Deletes what is kept of the request's session and takes its cookie away: that is how a
    /// challenge of OpenID Connect begins, whatever comes of it.
    Uni<Void> endSession(RoutingContext routing) {
        return oidc.getChallenge(routing).replaceWithVoid();
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
