package io.connections.api.access;

import io.quarkus.oidc.TenantResolver;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/// A request with an Authorization header is an application's, any other the page's: with one
/// tenant for both, an ID token would pass as a bearer token.
@ApplicationScoped
class TenantByHeader implements TenantResolver {
    private static final String BEARER = "bearer";

    @Override
    public @Nullable String resolve(RoutingContext routing) {
        return routing.request().getHeader("Authorization") == null ? null : BEARER;
    }
}
