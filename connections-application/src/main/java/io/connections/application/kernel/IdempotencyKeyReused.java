package io.connections.application.kernel;

import io.connections.domain.kernel.Conflict;

/// The key has already stood on another request, so this one is not a repetition of it.
public final class IdempotencyKeyReused extends Conflict {
    public IdempotencyKeyReused() {
        super("This Idempotency-Key belongs to a different request. Use a new key.");
    }

    @Override
    public String code() {
        return "idempotency-key-reused";
    }
}
