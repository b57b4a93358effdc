package io.connections.api.kernel;

import io.connections.api.problem.ProblemType;
import io.connections.api.problem.ProblemWriter;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// JSON is read into memory whole, and takes several times its size there. So it is kept small, but
/// for what holds goals or many things at once; of those only so much is read at a time. Uploads of
/// files limit themselves.
@Singleton
final class BodyLimit {
    /// Behind the general limit, which would replace this one, and before the API reads.
    private static final int BEFORE_THE_API = 1;

    private static final Pattern UPLOAD = Pattern.compile("/api/v1/runs/[0-9a-fA-F-]{36}/replay");
    private static final Pattern MUCH =
            Pattern.compile(
                    "/api/v1/(connections|connection-types|discovery|profiles|profile-properties)(/.*)?");

    private final long maxBytes;
    private final long maxSmallBytes;
    private final long maxBytesAtOnce;
    private final AtomicLong bytesNow = new AtomicLong();

    BodyLimit(
            @ConfigProperty(name = "connections.json.max-bytes") long maxBytes,
            @ConfigProperty(name = "connections.json.max-small-bytes") long maxSmallBytes,
            @ConfigProperty(name = "connections.json.max-bytes-at-once") long maxBytesAtOnce) {
        this.maxBytes = maxBytes;
        this.maxSmallBytes = Math.min(maxSmallBytes, maxBytes);
        this.maxBytesAtOnce = maxBytesAtOnce;
    }

    void register(@Observes Filters filters) {
        filters.register(
                routing -> {
                    if (isUpload(routing.normalizedPath())) {
                        routing.next();
                    } else {
                        limit(routing);
                    }
                },
                BEFORE_THE_API);
    }

    static boolean isUpload(String path) {
        return UPLOAD.matcher(path).matches();
    }

    private void limit(RoutingContext routing) {
        long most = MUCH.matcher(routing.normalizedPath()).matches() ? maxBytes : maxSmallBytes;
        long length = length(routing, most);
        if (length > most) {
            ProblemWriter.end(
                    routing,
                    ProblemType.REQUEST_TOO_LARGE,
                    "A body has at most %,d bytes here.".formatted(most));
        } else if (length <= maxSmallBytes || takes(length)) {
            if (length > maxSmallBytes) {
                givesBack(routing, length);
            }
            routing.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, most);
            routing.next();
        } else {
            ProblemWriter.end(
                    routing,
                    ProblemType.SERVICE_BUSY,
                    "Others are sending much at this moment. Send it again in some seconds.");
        }
    }

    /// What does not say how large it is may be as large as it likes.
    private static long length(RoutingContext routing, long most) {
        @Nullable String length = routing.request().getHeader("Content-Length");
        if (length != null) {
            return Long.parseLong(length);
        }
        return routing.request().getHeader("Transfer-Encoding") == null ? 0 : most;
    }

    /// Also when whoever sends it goes away in the middle: nothing else is heard of that.
    private void givesBack(RoutingContext routing, long length) {
        AtomicLong taken = new AtomicLong(length);
        routing.addEndHandler(_ -> bytesNow.addAndGet(-taken.getAndSet(0)));
        routing.request().connection().closeHandler(_ -> bytesNow.addAndGet(-taken.getAndSet(0)));
    }

    private boolean takes(long length) {
        if (bytesNow.addAndGet(length) <= maxBytesAtOnce) {
            return true;
        }
        bytesNow.addAndGet(-length);
        return false;
    }
}
