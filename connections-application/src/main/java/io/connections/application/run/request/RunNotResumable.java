package io.connections.application.run.request;

import io.connections.domain.kernel.Conflict;

/// The run has reached its end, or going on would not be the same run any more.
public final class RunNotResumable extends Conflict {
    public RunNotResumable() {
        super(
                "Only the newest stopped or failed run of a connection can go on, and only while"
                        + " its files are the same. Start a new run instead.");
    }

    @Override
    public String code() {
        return "run-not-resumable";
    }
}
