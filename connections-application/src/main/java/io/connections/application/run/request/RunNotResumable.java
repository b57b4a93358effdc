package io.connections.application.run.request;

import io.connections.domain.kernel.Conflict;

/// The run has reached its end, or going on would not be the same run any more.
public final class RunNotResumable extends Conflict {
    public RunNotResumable() {
        super(
                "Only the newest stopped or failed run of a connection can go on, only while its"
                        + " files are the same, and not over what is wrong with the file or the goal"
                        + " itself. Start a new run instead.");
    }

    @Override
    public String code() {
        return "run-not-resumable";
    }
}
