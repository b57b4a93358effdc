package io.connections.application.run.request;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/// A file that somebody is sending. Nothing of it is read before it is asked for, so that who may
/// not replay sends nothing.
public interface MendedFile {
    /// Takes in all of it, however slowly it comes.
    Uni<Kept> keep();

    /// The whole file, near at hand.
    interface Kept {
        /// Hexadecimal: another file under the same `Idempotency-Key` is noticed.
        String sha256();

        /// In order, none longer than 1 MiB.
        Multi<byte[]> pieces();

        void discard();
    }
}
