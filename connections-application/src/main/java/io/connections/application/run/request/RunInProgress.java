package io.connections.application.run.request;

import io.connections.domain.kernel.Conflict;
import io.connections.domain.run.RunId;

/// A connection never runs twice at once.
public final class RunInProgress extends Conflict {
    private final RunId run;

    public RunInProgress(RunId run) {
        super("This connection is running already. Wait for that run to end, or stop it.");
        this.run = run;
    }

    /// The one that has not ended.
    public RunId run() {
        return run;
    }

    @Override
    public String code() {
        return "run-in-progress";
    }
}
