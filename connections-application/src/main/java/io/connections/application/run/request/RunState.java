package io.connections.application.run.request;

/// Where a run is, for people.
public enum RunState {
    QUEUED,
    RUNNING,
    /// Asked to stop; the chunk in hand is still committed.
    STOPPING,
    STOPPED,
    FAILED,
    FINISHED;

    public boolean ended() {
        return switch (this) {
            case QUEUED, RUNNING, STOPPING -> false;
            case STOPPED, FAILED, FINISHED -> true;
        };
    }
}
