package io.connections.application.overview;

/// How a connection does, in one word for its icon.
public enum ConnectionStatus {
    /// Incomplete, and has never run.
    NOT_CONFIGURED,
    READY,
    RUNNING,
    /// Was complete once, or the other system refuses what the setup says: a person has to mend it.
    CONFIGURATION_ERROR,
    /// The last run broke off. It may be good again by the next one, but somebody should look.
    LAST_RUN_FAILED,
    /// By a person, before its end: what it had done stays, and it can go on.
    LAST_RUN_STOPPED,
    /// The last run did its work, and rejected records.
    FLOWING_WITH_ERRORS,
    FLOWING;

    /// The only place that says so: stores turn a wanted status into facts by asking here for each.
    public static ConnectionStatus of(boolean complete, LastRunFact lastRun) {
        return switch (lastRun) {
            case NONE -> complete ? READY : NOT_CONFIGURED;
            case ACTIVE -> RUNNING;
            case BROKE_OFF -> complete ? LAST_RUN_FAILED : CONFIGURATION_ERROR;
            case STOPPED -> complete ? LAST_RUN_STOPPED : CONFIGURATION_ERROR;
            case NEEDS_A_PERSON -> CONFIGURATION_ERROR;
            case ENDED_WITH_REJECTED -> complete ? FLOWING_WITH_ERRORS : CONFIGURATION_ERROR;
            case ENDED_CLEAN -> complete ? FLOWING : CONFIGURATION_ERROR;
        };
    }
}
