package io.connections.application.kernel.port;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.function.Supplier;

/// Remembers which request a caller's `Idempotency-Key` has already answered, for at least a day.
public interface IdempotencyKeys {
    /// Runs the work once for a key; a repetition gets the id that the first one made. Of two at
    /// the same time the second waits for the first. Must be called inside a [UnitOfWork], whose
    /// roll-back also forgets the key.
    ///
    /// Fails with [io.connections.application.kernel.IdempotencyKeyReused] when the key has stood
    /// on a different request.
    Uni<UUID> once(Key key, Supplier<Uni<UUID>> work);

    /// @param actor keys of different callers never meet
    /// @param text as the caller sent it
    /// @param request what was asked for, so that a reused key is noticed
    record Key(String actor, String text, String request) {}
}
