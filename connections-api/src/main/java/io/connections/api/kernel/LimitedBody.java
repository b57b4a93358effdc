package io.connections.api.kernel;

import io.connections.api.problem.ProblemType;
import io.connections.api.problem.RequestRefused;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Counts a body that does not say how large it is while it is read. The server's own count would
/// end the answer first and fail the reading then, and that failure finds nowhere to go.
@Provider
public final class LimitedBody implements ReaderInterceptor {
    private static final String MOST = LimitedBody.class.getName();

    private final CurrentVertxRequest current;

    LimitedBody(CurrentVertxRequest current) {
        this.current = current;
    }

    static void expect(RoutingContext routing, long most) {
        routing.put(MOST, most);
    }

    static String tooLarge(long most) {
        return "A body has at most %,d bytes here.".formatted(most);
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
        RoutingContext routing = current.getCurrent();
        @Nullable Long most = routing.get(MOST);
        if (most == null) {
            return reading.proceed();
        }
        Counted body = new Counted(reading.getInputStream(), most);
        reading.setInputStream(body);
        try {
            return reading.proceed();
        } catch (IOException | RuntimeException e) {
            if (body.isTooLarge()) {
                endsWithTheAnswer(routing);
                throw new RequestRefused(ProblemType.REQUEST_TOO_LARGE, tooLarge(most));
            }
            throw e;
        }
    }

    /// What is still to come is not read to its end.
    private static void endsWithTheAnswer(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        boolean oneOfMany = request.version() == HttpVersion.HTTP_2;
        if (!oneOfMany) {
            request.response().putHeader("Connection", "close");
        }
        routing.addEndHandler(
                _ -> {
                    if (oneOfMany) {
                        request.response().reset(0);
                    } else {
                        request.connection().close();
                    }
                });
    }

    private static final class Counted extends InputStream {
        private final InputStream source;
        private final long most;
        private final byte[] one = new byte[1];
        private long count;

        Counted(InputStream source, long most) {
            this.source = source;
            this.most = most;
        }

        boolean isTooLarge() {
            return count > most;
        }

        @Override
        public int read() throws IOException {
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = source.read(into, offset, length);
            count += Math.max(got, 0);
            if (isTooLarge()) {
                throw new IOException("more than %,d bytes".formatted(most));
            }
            return got;
        }
    }
}
