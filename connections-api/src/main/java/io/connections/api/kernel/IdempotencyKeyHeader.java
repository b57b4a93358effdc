package io.connections.api.kernel;

import io.connections.api.problem.ProblemType;
import io.connections.api.problem.RequestRefused;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.IdempotencyKeys;
import io.connections.domain.access.Actor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The `Idempotency-Key` of a request that starts work or makes something.
public final class IdempotencyKeyHeader {
    public static final String NAME = "Idempotency-Key";
    private static final int MAX_LENGTH = 200;

    private IdempotencyKeyHeader() {}

    /// @param request what is asked for, in words that differ where the requests differ
    public static IdempotencyKeys.Key required(
            @Nullable String header, Actor actor, String request) {
        if (header != null && header.length() > MAX_LENGTH) {
            throw RequestInvalid.at(
                    "/" + NAME,
                    "too-long",
                    "An Idempotency-Key has at most %d characters, this one has %,d."
                            .formatted(MAX_LENGTH, header.length()));
        }
        if (header == null || header.isBlank()) {
            throw new RequestRefused(
                    ProblemType.IDEMPOTENCY_KEY_MISSING,
                    "Send an Idempotency-Key of 1 to 200 characters (a UUID, say), and the same one"
                            + " again when the answer was lost.");
        }
        return new IdempotencyKeys.Key(actor.id(), header, request);
    }

    /// For a request that goes without a key as well: then a repetition is a second request.
    public static Optional<IdempotencyKeys.Key> optional(
            @Nullable String header, Actor actor, String request) {
        return header == null ? Optional.empty() : Optional.of(required(header, actor, request));
    }
}
