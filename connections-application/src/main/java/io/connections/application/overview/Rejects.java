package io.connections.application.overview;

/// How much of what a run read it had to reject.
public enum Rejects {
    NONE,
    FEW,
    /// At least one in [#ONE_IN].
    MANY;

    /// A few bad lines are everyday life of most files; from here on something has changed.
    public static final int ONE_IN = 100;

    public static Rejects of(long read, long rejected) {
        if (rejected == 0) {
            return NONE;
        }
        return rejected * ONE_IN >= read ? MANY : FEW;
    }
}
