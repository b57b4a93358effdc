package io.connections.api.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Names each request: the caller's W3C trace id if it sent one, else a new one of the same form.
@ApplicationScoped
public class TraceId {
    private static final String KEY = "connections.traceId";
    private static final int HEX_DIGITS = 32;
    private static final int BEFORE_ALL_OTHERS = 10_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    void register(@Observes Filters filters) {
        filters.register(
                routing -> {
                    routing.put(KEY, read(routing.request().getHeader("traceparent")));
                    routing.response().putHeader("X-Trace-Id", of(routing));
                    routing.next();
                },
                BEFORE_ALL_OTHERS);
    }

    public static String of(RoutingContext routing) {
        String id = routing.get(KEY);
        return id == null ? "" : id;
    }

    /// `00-<32 hexadecimal digits>-<parent>-<flags>`
    private static String read(@Nullable String traceparent) {
        if (traceparent != null) {
            String[] parts = traceparent.split("-", -1);
            if (parts.length >= 4
                    && parts[1].length() == HEX_DIGITS
                    && parts[1].chars().allMatch(HexFormat::isHexDigit)) {
                return parts[1];
            }
        }
        byte[] bytes = new byte[HEX_DIGITS / 2];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
