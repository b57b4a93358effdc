package io.connections.application.overview;

import io.connections.application.connection.ConnectionView;
import io.connections.application.connection.port.ConnectorFailed.Reason;
import io.connections.application.run.request.RunSummary;
import io.connections.domain.run.RunProblem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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
    /// The last run did its work, and rejected records.
    FLOWING_WITH_ERRORS,
    FLOWING;

    static ConnectionStatus of(ConnectionView view, Optional<RunSummary> lastRun) {
        boolean complete = view.problems().isEmpty();
        if (lastRun.isEmpty()) {
            return complete ? READY : NOT_CONFIGURED;
        }
        RunSummary run = lastRun.get();
        return switch (run.state()) {
            case QUEUED, RUNNING, STOPPING -> RUNNING;
            case FAILED ->
                    complete && !run.problem().map(ConnectionStatus::needsAPerson).orElse(false)
                            ? LAST_RUN_FAILED
                            : CONFIGURATION_ERROR;
            case STOPPED, FINISHED -> {
                if (!complete) {
                    yield CONFIGURATION_ERROR;
                }
                yield run.counts().rejected() > 0 ? FLOWING_WITH_ERRORS : FLOWING;
            }
        };
    }

    private static boolean needsAPerson(RunProblem problem) {
        return Arrays.stream(Reason.values())
                .filter(
                        reason ->
                                reason.name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-')
                                        .equals(problem.code()))
                .anyMatch(
                        reason ->
                                switch (reason) {
                                    case ADDRESS_NOT_ALLOWED,
                                            HOST_NOT_FOUND,
                                            HOST_KEY_UNKNOWN,
                                            HOST_KEY_CHANGED,
                                            SIGN_IN_REFUSED,
                                            KEY_UNREADABLE,
                                            FOLDER_MISSING,
                                            NOT_PERMITTED,
                                            SETUP_INCOMPLETE ->
                                            true;
                                    case UNREACHABLE,
                                            FILE_MISSING,
                                            CONNECTION_LOST,
                                            TIMED_OUT,
                                            OTHER ->
                                            false;
                                });
    }
}
