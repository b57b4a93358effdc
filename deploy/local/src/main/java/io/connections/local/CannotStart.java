package io.connections.local;

/// Why this machine cannot run the product, in words for the person who typed the command.
final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param what what is wrong
    /// @param remedy what the person can do about it
    CannotStart(String what, String remedy) {
        super(what + "\n  " + remedy, null, false, false);
    }
}
