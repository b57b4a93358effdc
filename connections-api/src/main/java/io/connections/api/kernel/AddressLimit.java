package io.connections.api.kernel;

import io.connections.api.problem.ProblemType;
import io.connections.api.problem.ProblemWriter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// An address that is longer is refused with a reason. The server's own limit
/// (`quarkus.http.limits.max-initial-line-length`) is far above: what it refuses gets no document.
/// Nor does what is no address, such as one with a `%` before no digits: Quarkus refuses it before
/// any router, and that check can only be left out for the whole process
/// (`vertx.disableURIValidation`), which would be too much for the sake of a sentence.
@Singleton
final class AddressLimit {
    private static final int MAX_LENGTH = 8_000;

    /// Behind the request's name alone.
    private static final int BEFORE_ALL_WHO_READ_IT = 9_999;

    void register(@Observes Filters filters) {
        filters.register(
                routing -> {
                    if (routing.request().uri().length() > MAX_LENGTH) {
                        ProblemWriter.end(
                                routing,
                                ProblemType.ADDRESS_TOO_LONG,
                                "An address has at most %,d characters.".formatted(MAX_LENGTH));
                    } else {
                        routing.next();
                    }
                },
                BEFORE_ALL_WHO_READ_IT);
    }
}
