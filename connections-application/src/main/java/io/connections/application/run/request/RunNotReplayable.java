package io.connections.application.run.request;

import io.connections.domain.kernel.Conflict;

/// There is nothing of this run that could be replayed.
public final class RunNotReplayable extends Conflict {
    public RunNotReplayable(String reason) {
        super(reason);
    }

    @Override
    public String code() {
        return "run-not-replayable";
    }
}
