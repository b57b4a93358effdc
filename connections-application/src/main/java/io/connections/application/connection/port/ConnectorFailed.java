package io.connections.application.connection.port;

/// The outside system could not be used. Says at which step, what happened, and what a person can
/// do.
public final class ConnectorFailed extends Exception {
    private final Reason reason;
    private final String remedy;

    /// A stable category, so that the engine knows what may be tried again and the page can say
    /// whose move it is.
    public enum Reason {
        ADDRESS_NOT_ALLOWED,
        HOST_NOT_FOUND,
        UNREACHABLE,
        HOST_KEY_UNKNOWN,
        HOST_KEY_CHANGED,
        SIGN_IN_REFUSED,
        KEY_UNREADABLE,
        FOLDER_MISSING,
        FILE_MISSING,
        NOT_PERMITTED,
        CONNECTION_LOST,
        TIMED_OUT,
        SETUP_INCOMPLETE,
        OTHER
    }

    public ConnectorFailed(Reason reason, String message, String remedy, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.remedy = remedy;
    }

    public ConnectorFailed(Reason reason, String message, String remedy) {
        super(message);
        this.reason = reason;
        this.remedy = remedy;
    }

    public Reason reason() {
        return reason;
    }

    /// The way out, one sentence.
    public String remedy() {
        return remedy;
    }

    /// Whether the same call may succeed a little later without anybody's help.
    public boolean passing() {
        return reason == Reason.UNREACHABLE
                || reason == Reason.CONNECTION_LOST
                || reason == Reason.TIMED_OUT;
    }
}
