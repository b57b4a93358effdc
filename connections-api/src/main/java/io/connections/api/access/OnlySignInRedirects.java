package io.connections.api.access;

import io.quarkus.oidc.JavaScriptRequestChecker;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/// Whoever is not on the path for signing in is told so, never redirected.
@ApplicationScoped
class OnlySignInRedirects implements JavaScriptRequestChecker {
    @Override
    public boolean isJavaScriptRequest(RoutingContext routing) {
        return !routing.normalizedPath().equals(SessionPaths.LOGIN);
    }
}
