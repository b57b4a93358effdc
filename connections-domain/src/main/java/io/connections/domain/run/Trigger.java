package io.connections.domain.run;

/// Why a run was made.
public sealed interface Trigger {
    /// A person pressed *Run now*, or an application asked for it.
    ///
    /// @param by who, in the words people know them by
    record Manual(String by) implements Trigger {}

    /// The mended rejected records of an earlier run.
    record Replay(RunId of, String by) implements Trigger {}
}
