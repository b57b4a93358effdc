package io.connections.application.discovery.port;

/// A website could not be looked at. Says what happened, and what a person can do.
public final class WebsiteFailed extends Exception {
    private final Reason reason;
    private final String remedy;

    /// A stable category.
    public enum Reason {
        ADDRESS_NOT_ALLOWED,
        HOST_NOT_FOUND,
        UNREACHABLE,
        /// Its certificate is not for this host, not trusted, or past its time.
        NOT_SECURE,
        TIMED_OUT,
        TOO_LARGE,
        TOO_MANY_REDIRECTS,
        /// It sends visitors to something that is no address of a website.
        REDIRECT_NOT_ALLOWED,
        /// It answered, but with an error.
        REFUSED,
        NOT_A_PAGE,
        /// What it answered cannot be read.
        BROKEN
    }

    public WebsiteFailed(Reason reason, String message, String remedy) {
        super(message);
        this.reason = reason;
        this.remedy = remedy;
    }

    public WebsiteFailed(Reason reason, String message, String remedy, Throwable cause) {
        super(message, cause);
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
}
