package io.connections.api.access;

import io.connections.api.problem.ProblemType;
import io.connections.api.problem.RequestRefused;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/// A form on a foreign site can send our cookie, but not this header: a browser asks before it
/// lets another origin set one, and we never agree.
class CsrfFilter {
    static final String HEADER = "X-Connections-Request";
    static final String DETAIL =
            "Send the header X-Connections-Request: 1 with every call but GET that uses the session"
                    + " cookie.";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        if (!SAFE.contains(request.getMethod())
                && request.getHeaderString("Authorization") == null
                && !isOurs(request.getHeaderString(HEADER))) {
            throw new RequestRefused(ProblemType.CSRF_HEADER_MISSING, DETAIL);
        }
    }

    static boolean isOurs(@Nullable String header) {
        return "1".equals(header);
    }
}
