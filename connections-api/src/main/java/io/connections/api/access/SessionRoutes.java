package io.connections.api.access;

import io.connections.api.problem.ProblemType;
import io.connections.api.problem.ProblemWriter;
import io.quarkus.oidc.SecurityEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

/// Signing in: the path needs a session, so whoever lacks one has been at the provider before this
/// handler runs. Signing out is asked for with our header, so that no link and no form on a foreign
/// site can end a session.
@ApplicationScoped
class SessionRoutes {
    /// Behind the headers that every answer has, and before the session is looked at.
    private static final int BEFORE_THE_SESSION = 8_000;

    private final ProblemChallenge challenge;
    private final Event<SecurityEvent> events;

    SessionRoutes(ProblemChallenge challenge, Event<SecurityEvent> events) {
        this.challenge = challenge;
        this.events = events;
    }

    void register(@Observes Router router) {
        router.post(SessionPaths.LOGOUT).handler(this::signOut);
        router.get(SessionPaths.LOGIN)
                .handler(
                        routing ->
                                routing.response()
                                        .setStatusCode(303)
                                        .putHeader(
                                                "Location",
                                                ReturnTo.safe(
                                                        routing.request().getParam("returnTo")))
                                        .end());
    }

    void guard(@Observes Filters filters) {
        filters.register(
                routing -> {
                    if (routing.normalizedPath().equals(SessionPaths.LOGOUT)) {
                        logout(routing);
                    } else {
                        routing.next();
                    }
                },
                BEFORE_THE_SESSION);
    }

    private static void logout(RoutingContext routing) {
        if (!routing.request().method().equals(HttpMethod.POST)) {
            ProblemWriter.end(
                    routing,
                    ProblemType.METHOD_NOT_ALLOWED,
                    SessionPaths.LOGOUT + " answers to POST only.");
        } else if (!CsrfFilter.isOurs(routing.request().getHeader(CsrfFilter.HEADER))) {
            ProblemWriter.end(routing, ProblemType.CSRF_HEADER_MISSING, CsrfFilter.DETAIL);
        } else {
            // A script cannot follow a redirect; it is told where to go, also by a challenge.
            HttpServerResponse response = routing.response();
            routing.addHeadersEndHandler(_ -> tellInsteadOfRedirecting(response));
            routing.next();
        }
    }

    private static void tellInsteadOfRedirecting(HttpServerResponse response) {
        if (response.headers().contains("Location")) {
            response.setStatusCode(204);
        }
    }

    /// Ends the session here, and says where the provider ends it there, if it can.
    private void signOut(RoutingContext routing) {
        QuarkusHttpUser.getSecurityIdentity(routing, null)
                .call(() -> challenge.endSession(routing))
                // As the provider's own way of signing out would say it.
                .invoke(
                        identity ->
                                events.fire(
                                        new SecurityEvent(
                                                SecurityEvent.Type.OIDC_LOGOUT_RP_INITIATED,
                                                identity)))
                .map(identity -> ProviderLogout.of(identity, routing.request()).orElse("/"))
                .subscribe()
                .with(
                        next ->
                                routing.response()
                                        .setStatusCode(302)
                                        .putHeader("Location", next)
                                        .end(),
                        routing::fail);
    }
}
