package io.connections.api.kernel;

import io.connections.api.problem.ProblemType;
import io.connections.api.problem.ProblemWriter;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// JSON is read into memory whole, so it is kept small; uploads of files limit themselves.
@Singleton
final class BodyLimit {
    /// Behind the general limit, which would replace this one, and before the API reads.
    private static final int BEFORE_THE_API = 1;

    private static final Pattern UPLOAD = Pattern.compile("/api/v1/runs/[0-9a-fA-F-]{36}/replay");

    private final long maxBytes;

    BodyLimit(@ConfigProperty(name = "connections.json.max-bytes") long maxBytes) {
        this.maxBytes = maxBytes;
    }

    void register(@Observes Filters filters) {
        filters.register(
                routing -> {
                    if (UPLOAD.matcher(routing.normalizedPath()).matches()) {
                        routing.next();
                        return;
                    }
                    String length = routing.request().getHeader("Content-Length");
                    if (length != null && Long.parseLong(length) > maxBytes) {
                        ProblemWriter.end(
                                routing,
                                ProblemType.REQUEST_TOO_LARGE,
                                "A body has at most %,d bytes here.".formatted(maxBytes));
                        return;
                    }
                    routing.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, maxBytes);
                    routing.next();
                },
                BEFORE_THE_API);
    }
}
