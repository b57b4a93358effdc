package io.connections.domain.run;

import java.time.Instant;

/// Why a run was made.
public sealed interface Trigger {
    /// A person pressed *Run now*, or an application asked for it.
    ///
    /// @param by who, in the words people know them by
    record Manual(String by) implements Trigger {}

    /// The mended rejected records of an earlier run.
    ///
    /// @param firstAskedFor when the run was that read them first: the earlier one may be a replay
    ///     itself
    record Replay(RunId of, Instant firstAskedFor, String by) implements Trigger {}
}
