package io.connections.application.kernel.port;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.Callable;

/// Runs what waits for another system, away from the threads that serve requests. Called outside a
/// [UnitOfWork].
public interface OutsideCalls {
    /// Fails with what the call throws, or with
    /// [io.connections.application.kernel.OtherSystemTooSlow] after the limit; the call is then
    /// interrupted.
    <T> Uni<T> call(Callable<T> call, Duration limit);
}
