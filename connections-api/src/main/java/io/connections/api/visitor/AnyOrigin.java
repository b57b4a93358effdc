package io.connections.api.visitor;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Lets pages of any origin read what the tag is answered, refusals above all: without it a browser
/// tells the tag of a dead network, and it would try for ever. Whose pages are heard is decided
/// later. Never with credentials: cookies say nothing here.
@Singleton
final class AnyOrigin {
    /// Also before what refuses a request for its address or its size.
    private static final int BEFORE_ALL_OTHERS = 10_001;

    void register(@Observes Filters filters) {
        filters.register(
                routing -> {
                    if (!routing.normalizedPath().startsWith(CollectPaths.ALL)) {
                        routing.next();
                        return;
                    }
                    allow(routing);
                    if (routing.request().method().equals(HttpMethod.OPTIONS)) {
                        preflight(routing.response());
                    } else {
                        routing.next();
                    }
                },
                BEFORE_ALL_OTHERS);
    }

    private static void allow(RoutingContext routing) {
        @Nullable String origin = routing.request().getHeader("Origin");
        routing.response()
                .putHeader("Access-Control-Allow-Origin", origin == null ? "*" : origin)
                .putHeader("Vary", "Origin")
                .putHeader("Access-Control-Expose-Headers", "Retry-After, X-Trace-Id")
                .putHeader("Cross-Origin-Resource-Policy", "cross-origin")
                .putHeader("Cache-Control", "no-store");
    }

    private static void preflight(HttpServerResponse response) {
        response.setStatusCode(204)
                .putHeader("Access-Control-Allow-Methods", "GET, POST")
                .putHeader("Access-Control-Allow-Headers", "Content-Type")
                .putHeader("Access-Control-Max-Age", "86400")
                .end();
    }
}
