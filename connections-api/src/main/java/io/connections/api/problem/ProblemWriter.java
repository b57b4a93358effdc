package io.connections.api.problem;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/// Problems for requests that never reach a resource: the routes before them know no exception
/// mapper.
public final class ProblemWriter {
    static final String NOT_SIGNED_IN =
            "Sign in again: the browser at /session/login, an application with a bearer token for"
                    + " the audience connections-api.";

    private ProblemWriter() {}

    public static void notSignedIn(RoutingContext routing) {
        end(routing, ProblemType.NOT_SIGNED_IN, NOT_SIGNED_IN);
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
