package io.connections.application.overview;

import java.util.Optional;

/// Why a connection needs somebody, what hurts most first. Only what can be told from what is
/// stored is here: a reason that is added breaks every `switch` that has to offer its next step.
public enum Attention {
    /// Worked once, and will not again until a person has mended something.
    CONFIGURATION_ERROR,
    /// The last run broke off.
    RUN_FAILED,
    /// The last run did its work, and rejected many of its records.
    RECORDS_REJECTED,
    /// Switched on, but something is missing, so it has never run.
    NOT_CONFIGURED;

    /// One that is off rests on purpose and asks for nobody; a run that a person stopped did what
    /// it was told.
    public static Optional<Attention> of(boolean on, ConnectionFacts facts) {
        if (!on) {
            return Optional.empty();
        }
        return switch (facts.status()) {
            case CONFIGURATION_ERROR -> Optional.of(CONFIGURATION_ERROR);
            case LAST_RUN_FAILED -> Optional.of(RUN_FAILED);
            case FLOWING_WITH_ERRORS ->
                    facts.lastRun()
                            .filter(run -> run.rejects() == Rejects.MANY)
                            .map(_ -> RECORDS_REJECTED);
            case NOT_CONFIGURED -> Optional.of(NOT_CONFIGURED);
            case READY, RUNNING, LAST_RUN_STOPPED, FLOWING -> Optional.empty();
        };
    }
}
