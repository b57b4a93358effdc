package io.connections.api.kernel;

import io.connections.api.problem.ProblemType;
import io.connections.api.problem.ProblemWriter;
import io.connections.api.problem.RequestRefused;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A `Content-Type` that is none is refused in words: what chooses the resource by it would fail in
/// ways of its own. And a body is JSON, but for the upload: a request that is one text would take
/// any other body for that text, braces and all.
@Singleton
final class ReadableContentType {
    /// Behind the general limit of bodies and before the API reads.
    private static final int BEFORE_THE_API = 1;

    private static final String NOT_JSON = "The body is JSON: say Content-Type application/json.";

    void register(@Observes Filters filters) {
        filters.register(
                routing -> {
                    String path = routing.normalizedPath();
                    if (!path.startsWith("/api/")) {
                        routing.next();
                        return;
                    }
                    @Nullable String given = routing.request().getHeader("Content-Type");
                    Optional<MediaType> type = read(given);
                    if (given != null && type.isEmpty()) {
                        refuse(
                                routing,
                                "The request's Content-Type cannot be read. It is a type and a"
                                        + " subtype, such as application/json, which most paths"
                                        + " take.");
                    } else if (hasBody(routing.request())
                            && !BodyLimit.isUpload(path)
                            && type.filter(ReadableContentType::isJson).isEmpty()) {
                        refuse(routing, NOT_JSON);
                    } else {
                        routing.next();
                    }
                },
                BEFORE_THE_API);
    }

    private static void refuse(RoutingContext routing, String detail) {
        ProblemWriter.end(routing, ProblemType.MEDIA_TYPE_NOT_SUPPORTED, detail);
    }

    private static Optional<MediaType> read(@Nullable String contentType) {
        try {
            return Optional.ofNullable(contentType)
                    .map(MediaType::valueOf)
                    .filter(type -> !type.getType().isBlank() && !type.getSubtype().isBlank());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isJson(MediaType type) {
        return type.getType().equalsIgnoreCase("application")
                && (type.getSubtype().equalsIgnoreCase("json")
                        || type.getSubtype().toLowerCase(Locale.ROOT).endsWith("+json"));
    }

    private static boolean hasBody(HttpServerRequest request) {
        @Nullable String length = request.getHeader("Content-Length");
        return length == null
                ? request.getHeader("Transfer-Encoding") != null
                : !length.strip().equals("0");
    }

    /// In HTTP/2 nothing need say that a body comes. Whoever reads one meets it here first.
    @Provider
    public static final class OfUnannounced implements ReaderInterceptor {
        private final CurrentVertxRequest current;

        OfUnannounced(CurrentVertxRequest current) {
            this.current = current;
        }

        @Override
        public Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
            RoutingContext routing = current.getCurrent();
            HttpServerRequest request = routing.request();
            boolean checked =
                    request.version() != HttpVersion.HTTP_2
                            || hasBody(request)
                            || BodyLimit.isUpload(routing.normalizedPath());
            if (!checked
                    && read(request.getHeader("Content-Type"))
                            .filter(ReadableContentType::isJson)
                            .isEmpty()) {
                if (reading.getInputStream().read() >= 0) {
                    throw new RequestRefused(ProblemType.MEDIA_TYPE_NOT_SUPPORTED, NOT_JSON);
                }
                reading.setInputStream(InputStream.nullInputStream());
            }
            return reading.proceed();
        }
    }
}
