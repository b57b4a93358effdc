package io.connections.api.kernel;

import io.connections.api.problem.ProblemType;
import io.connections.api.problem.ProblemWriter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// A `Content-Type` that is none is refused in words. What chooses the resource by it would fail in
/// ways of its own.
@Singleton
final class ReadableContentType {
    /// Behind the general limit of bodies and before the API reads.
    private static final int BEFORE_THE_API = 1;

    void register(@Observes Filters filters) {
        filters.register(
                routing -> {
                    boolean api = routing.normalizedPath().startsWith("/api/");
                    if (api && !isReadable(routing.request().getHeader("Content-Type"))) {
                        ProblemWriter.end(
                                routing,
                                ProblemType.MEDIA_TYPE_NOT_SUPPORTED,
                                "The request's Content-Type cannot be read. It is a type and a"
                                        + " subtype, such as application/json, which most paths"
                                        + " take.");
                        return;
                    }
                    routing.next();
                },
                BEFORE_THE_API);
    }

    private static boolean isReadable(@Nullable String contentType) {
        if (contentType == null) {
            return true;
        }
        try {
            MediaType read = MediaType.valueOf(contentType);
            return !read.getType().isBlank() && !read.getSubtype().isBlank();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
