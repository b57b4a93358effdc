package io.connections.api.kernel;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpClosedException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Who closes a page or loses the network leaves a stream in its middle. The framework logs each as
/// an error; it is none, and nobody has to act.
@Singleton
final class GoneClients {
    private static final Pattern GONE =
            Pattern.compile("(?i).*(connection reset|broken pipe|connection was closed).*");

    /// Kept, so that the filter is.
    private final Logger streams =
            Logger.getLogger(
                    "org.jboss.resteasy.reactive.server.handlers.PublisherResponseHandler");

    void quiet(@Observes StartupEvent started) {
        streams.setFilter(GoneClients::isWorthSaying);
    }

    static boolean isWorthSaying(LogRecord logged) {
        for (@Nullable Throwable each = logged.getThrown(); each != null; each = each.getCause()) {
            if (isGone(each)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isGone(Throwable failure) {
        return failure instanceof ClosedChannelException
                || failure instanceof HttpClosedException
                || (failure instanceof IOException
                        && GONE.matcher(String.valueOf(failure.getMessage())).matches());
    }
}
