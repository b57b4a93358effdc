package io.connections.application.overview;

/// How much of what a run read it had to reject.
public enum Rejects {
    NONE,
    FEW,
    /// At least one in [#ONE_IN], and not a handful of a long file.
    MANY;

    /// A few bad lines are everyday life of most files; from here on something has changed.
    public static final int ONE_IN = 100;

    /// So many of a short file are many, though they are few.
    private static final int ONE_IN_OF_A_SHORT_FILE = 10;

    private static final int HANDFUL = 10;

    public static Rejects of(long read, long rejected) {
        if (rejected == 0) {
            return NONE;
        }
        boolean many =
                rejected >= HANDFUL
                        ? rejected * ONE_IN >= read
                        : rejected * ONE_IN_OF_A_SHORT_FILE >= read;
        return many ? MANY : FEW;
    }
}
