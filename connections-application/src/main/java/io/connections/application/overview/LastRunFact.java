package io.connections.application.overview;

import io.connections.application.connection.port.ConnectorFailed.Reason;
import io.connections.application.run.request.RunState;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What the newest run says of its connection.
public enum LastRunFact {
    /// There was none.
    NONE,
    ACTIVE,
    BROKE_OFF,
    /// It broke off, and will again until a person has mended something.
    NEEDS_A_PERSON,
    /// By a person, before its end.
    STOPPED,
    ENDED_WITH_REJECTED,
    ENDED_CLEAN;

    private static final Set<String> FOR_A_PERSON =
            Arrays.stream(Reason.values())
                    .filter(LastRunFact::needsAPerson)
                    .map(reason -> reason.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.toUnmodifiableSet());

    /// The codes of problems that no later run gets over by itself.
    public static Set<String> problemsForAPerson() {
        return FOR_A_PERSON;
    }

    public static LastRunFact of(RunState state, boolean needsAPerson, boolean rejected) {
        return switch (state) {
            case QUEUED, RUNNING, STOPPING -> ACTIVE;
            case FAILED -> needsAPerson ? NEEDS_A_PERSON : BROKE_OFF;
            case STOPPED -> STOPPED;
            case FINISHED -> rejected ? ENDED_WITH_REJECTED : ENDED_CLEAN;
        };
    }

    private static boolean needsAPerson(Reason reason) {
        return switch (reason) {
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
            case UNREACHABLE, FILE_MISSING, CONNECTION_LOST, TIMED_OUT, OTHER -> false;
        };
    }
}
