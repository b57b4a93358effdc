package io.connections.api.access;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Signing in: the path needs a session, so whoever lacks one has been at the provider before this
/// handler runs. Signing out is handled before any route, by the session mechanism.
@ApplicationScoped
class SessionRoutes {
    void register(@Observes Router router) {
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
        router.get(SessionPaths.LOGOUT)
                .handler(
                        routing ->
                                routing.response()
                                        .setStatusCode(303)
                                        .putHeader("Location", "/")
                                        .end());
    }
}
