package io.connections.application.run.port;

/// Another process has taken the share over; this one has to leave it alone at once.
public final class FenceLost extends RuntimeException {
    public FenceLost(ShareKey share) {
        super("share %s was taken over".formatted(share), null, false, false);
    }
}
