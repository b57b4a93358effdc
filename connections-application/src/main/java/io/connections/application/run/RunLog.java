package io.connections.application.run;

import io.connections.application.run.port.RunJournal;
import io.connections.application.run.port.RunJournal.Level;
import io.connections.application.run.port.StoreUnavailable;
import io.connections.domain.run.RunId;

/// Lines for the people who watch the run, and for the operator. Never stops the work: a line that
/// cannot be stored is in the operator's log alone.
final class RunLog {
    private static final System.Logger LOG = System.getLogger(RunLog.class.getName());

    private final RunJournal journal;
    private final RunId run;

    RunLog(RunJournal journal, RunId run) {
        this.journal = journal;
        this.run = run;
    }

    void info(String message) {
        write(Level.INFO, System.Logger.Level.INFO, message);
    }

    void warn(String message) {
        write(Level.WARN, System.Logger.Level.WARNING, message);
    }

    void error(String message) {
        write(Level.ERROR, System.Logger.Level.ERROR, message);
    }

    /// For the operator alone.
    void failure(String message, Throwable cause) {
        LOG.log(
                System.Logger.Level.ERROR,
                "run %s: %s%n%s".formatted(run.value(), message, Unforeseen.trace(cause)));
    }

    private void write(Level level, System.Logger.Level operators, String message) {
        LOG.log(operators, "run %s: %s".formatted(run.value(), message));
        try {
            journal.log(run, level, message);
        } catch (StoreUnavailable e) {
            LOG.log(System.Logger.Level.WARNING, "the run's log could not be stored", e);
        }
    }
}
