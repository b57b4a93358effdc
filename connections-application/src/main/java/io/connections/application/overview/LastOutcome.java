package io.connections.application.overview;

import io.connections.application.run.request.RunState;

/// How the newest run ended, for whoever looks for those that ended so.
public enum LastOutcome {
    NEVER_RAN,
    RUNNING,
    FINISHED,
    FINISHED_WITH_REJECTED,
    STOPPED,
    FAILED;

    public static LastOutcome of(RunState state, boolean rejected) {
        return switch (state) {
            case QUEUED, RUNNING, STOPPING -> RUNNING;
            case STOPPED -> STOPPED;
            case FAILED -> FAILED;
            case FINISHED -> rejected ? FINISHED_WITH_REJECTED : FINISHED;
        };
    }
}
