package io.connections.api.problem;

import io.connections.domain.kernel.Failure;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/// Problems for requests that never reach a resource: the routes before them know no exception
/// mapper.
public final class ProblemWriter {
    static final String NOT_SIGNED_IN =
            "Sign in again: the browser at /session/login, an application with a bearer token for"
                    + " the audience connections-api.";

    private static final String BEARER = "Bearer ";

    private ProblemWriter() {}

    /// What an application is told in `WWW-Authenticate` (RFC 6750, section 3): a token that was
    /// sent and does not count is told from none.
    public static String challenge(RoutingContext routing) {
        @Nullable String given = routing.request().getHeader("Authorization");
        return given != null && given.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? "Bearer error=\"invalid_token\""
                : "Bearer";
    }

    public static void notSignedIn(RoutingContext routing) {
        end(routing, ProblemType.NOT_SIGNED_IN, NOT_SIGNED_IN);
    }

    public static void end(RoutingContext routing, Failure failure) {
        end(routing, ProblemType.of(failure), failure.detail());
    }

    public static void end(RoutingContext routing, RequestRefused refused) {
        end(routing, refused.type(), String.valueOf(refused.getMessage()));
    }

    public static void end(RoutingContext routing, ProblemType type, String detail) {
        routing.response()
                .setStatusCode(type.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(
                        new JsonObject()
                                .put("type", type.uri())
                                .put("title", type.title())
                                .put("status", type.status())
                                .put("detail", detail)
                                .put("traceId", TraceId.of(routing))
                                .encode());
    }
}
