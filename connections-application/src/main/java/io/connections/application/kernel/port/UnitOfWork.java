package io.connections.application.kernel.port;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/// Everything inside happens in one transaction, or nothing does. One per use case that touches
/// storage; inside it, compose in sequence only: the session serves one operation at a time.
public interface UnitOfWork {
    /// Commits when the work's `Uni` ends with an item, rolls back when it fails; the failure goes
    /// on unchanged. A failure thrown by the supplier itself counts as a failure of the work.
    <T> Uni<T> run(Supplier<Uni<T>> work);
}
