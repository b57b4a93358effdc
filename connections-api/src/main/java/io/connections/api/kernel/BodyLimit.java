package io.connections.api.kernel;

import io.connections.api.problem.ProblemType;
import io.connections.api.problem.ProblemWriter;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// JSON is read into memory whole, and takes several times its size there. So it is kept small, but
/// for what holds goals or many things at once; of those only so much is read at a time. Uploads of
/// files and what the website tag sends limit themselves.
@Singleton
final class BodyLimit {
    /// Behind the general limit, which would replace this one, and before the API reads.
    private static final int BEFORE_THE_API = 1;

    /// So much later the server ends a body without a size, also one that nobody reads.
    private static final long BEYOND = 1 << 20;

    private static final Set<HttpMethod> MAY_SEND =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);
    private static final Pattern UPLOAD = Pattern.compile("/api/v1/runs/[0-9a-fA-F-]{36}/replay");
    private static final String OF_THE_TAG = "/collect/";
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
                    if (isUpload(routing.normalizedPath())
                            || routing.normalizedPath().startsWith(OF_THE_TAG)) {
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
        HttpServerRequest request = routing.request();
        boolean much = MUCH.matcher(routing.normalizedPath()).matches() && announcesABody(request);
        long most = much ? maxBytes : maxSmallBytes;
        long length = length(request, most);
        if (length > most) {
            ProblemWriter.end(routing, ProblemType.REQUEST_TOO_LARGE, LimitedBody.tooLarge(most));
        } else if (length <= maxSmallBytes || takes(length)) {
            if (length > maxSmallBytes) {
                givesBack(routing, length);
            }
            if (announcesASize(request)) {
                routing.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, most);
            } else {
                LimitedBody.expect(routing, most);
                routing.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, most + BEYOND);
            }
            routing.next();
        } else {
            ProblemWriter.end(
                    routing,
                    ProblemType.SERVICE_BUSY,
                    "Others are sending much at this moment. Send it again in some seconds.");
        }
    }

    private static boolean announcesABody(HttpServerRequest request) {
        return announcesASize(request) || comesInPieces(request);
    }

    private static boolean announcesASize(HttpServerRequest request) {
        return request.headers().contains("Content-Length");
    }

    /// In HTTP/2 nothing but its type need say that a body comes; many send a type with everything,
    /// also where nothing is read.
    private static boolean comesInPieces(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2
                ? MAY_SEND.contains(request.method()) && request.headers().contains("Content-Type")
                : request.headers().contains("Transfer-Encoding");
    }

    /// What does not say how large it is may be as large as it likes.
    private static long length(HttpServerRequest request, long most) {
        @Nullable String length = request.getHeader("Content-Length");
        if (length != null) {
            return Long.parseLong(length);
        }
        return comesInPieces(request) ? most : 0;
    }

    /// Also when whoever sends it goes away in the middle. Of HTTP/1 only the end of the connection
    /// is heard then, which has one request at a time; of a stream of HTTP/2 its own end.
    private void givesBack(RoutingContext routing, long length) {
        AtomicLong taken = new AtomicLong(length);
        routing.addEndHandler(_ -> bytesNow.addAndGet(-taken.getAndSet(0)));
        routing.request().connection().closeHandler(_ -> bytesNow.addAndGet(-taken.getAndSet(0)));
    }

    /// Of bodies that are larger than small ones and not yet answered.
    long bytesNow() {
        return bytesNow.get();
    }

    private boolean takes(long length) {
        if (bytesNow.addAndGet(length) <= maxBytesAtOnce) {
            return true;
        }
        bytesNow.addAndGet(-length);
        return false;
    }
}
