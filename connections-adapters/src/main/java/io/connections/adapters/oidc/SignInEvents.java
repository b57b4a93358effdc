package io.connections.adapters.oidc;

import io.connections.application.audit.SignInJournal;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Origin;
import io.quarkus.oidc.SecurityEvent;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.spi.runtime.AuthenticationFailureEvent;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/// Hears of who signs in and out here, and of who is refused. What was sent is never part of it.
@Singleton
final class SignInEvents {
    private static final String LOGIN = "/session/login";
    private static final Map<Integer, String> REASONS =
            Map.of(
                    ErrorCodes.EXPIRED, "The token has expired",
                    ErrorCodes.NOT_YET_VALID, "The token is not valid yet",
                    ErrorCodes.AUDIENCE_INVALID, "The token was made for another service",
                    ErrorCodes.AUDIENCE_MISSING, "The token was made for another service",
                    ErrorCodes.ISSUER_INVALID, "The token is of another provider",
                    ErrorCodes.ISSUER_MISSING, "The token is of another provider",
                    ErrorCodes.SIGNATURE_INVALID, "The token's signature does not fit");

    private final SignInJournal journal;
    private final CurrentVertxRequest request;
    private final OidcActorProvider actors;

    SignInEvents(SignInJournal journal, CurrentVertxRequest request, OidcActorProvider actors) {
        this.journal = journal;
        this.request = request;
        this.actors = actors;
    }

    void sessions(@Observes SecurityEvent event) {
        SecurityIdentity identity = event.getSecurityIdentity();
        if (identity == null || identity.isAnonymous()) {
            return;
        }
        switch (event.getEventType()) {
            // Tokens that are renewed tell of a login as well, on whichever way they are.
            case OIDC_LOGIN -> {
                if (routing(event).map(SignInEvents::comesFromProvider).orElse(true)) {
                    tell(event, journal::signedIn);
                }
            }
            case OIDC_LOGOUT_RP_INITIATED -> tell(event, journal::signedOut);
            default -> {
                // Sessions that are refreshed and providers that come and go are nobody's doing.
            }
        }
    }

    private void tell(SecurityEvent event, Consumer<Actor> to) {
        Origin origin =
                routing(event).map(routing -> Origins.of(routing.request())).orElse(Origin.NOWHERE);
        to.accept(actors.actor(event.getSecurityIdentity(), origin));
    }

    void refused(@Observes AuthenticationFailureEvent event) {
        routing(event.getEventProperties())
                .or(this::current)
                .ifPresent(routing -> refused(routing, event.getAuthenticationFailure()));
    }

    private void refused(RoutingContext routing, @Nullable Throwable failure) {
        Origin origin = Origins.of(routing.request());
        if (routing.request().getHeader("Authorization") != null) {
            journal.refused(origin, reason(failure));
        } else if (notCompleted(routing, failure)) {
            journal.refused(origin, "The sign-in at the provider was not completed");
        }
    }

    private static boolean comesFromProvider(RoutingContext routing) {
        return routing.normalizedPath().equals(LOGIN)
                && routing.request().getParam("state") != null;
    }

    /// Whoever is signed in is sent on by a failure, too, to an address without the code; whom the
    /// provider refused brought none.
    static boolean notCompleted(RoutingContext routing, @Nullable Throwable failure) {
        boolean goesOn =
                failure instanceof AuthenticationRedirectException
                        && routing.request().getParam("code") != null;
        return comesFromProvider(routing) && !goesOn;
    }

    private static String reason(@Nullable Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof InvalidJwtException invalid) {
                return invalid.getErrorDetails().stream()
                        .flatMap(
                                detail ->
                                        Optional.ofNullable(REASONS.get(detail.getErrorCode()))
                                                .stream())
                        .findFirst()
                        .orElse("The token cannot be read");
            }
        }
        return "The token was refused";
    }

    private Optional<RoutingContext> routing(SecurityEvent event) {
        return routing(event.getEventProperties())
                .or(
                        () ->
                                Optional.ofNullable(
                                        event.getSecurityIdentity()
                                                .<RoutingContext>getAttribute(
                                                        RoutingContext.class.getName())))
                .or(this::current);
    }

    private static Optional<RoutingContext> routing(Map<String, Object> properties) {
        return Optional.ofNullable(properties.get(RoutingContext.class.getName()))
                .map(RoutingContext.class::cast);
    }

    private Optional<RoutingContext> current() {
        return Optional.ofNullable(request.getCurrent());
    }
}
