package io.connections.domain.run;

/// How often in a row somebody who worked on a run disappeared before it got any further. What ends
/// one process may end each that comes after it, so a run is not taken up forever.
///
/// @param inVain how many disappeared since the run last got further
/// @param reached how far it had come when it was last taken up: a number that grows with its work
public record Takeovers(int inVain, long reached) {
    public static final Takeovers NONE = new Takeovers(0, 0);

    private static final int MOST = 5;

    /// Who worked on it before, if anybody, has let it go.
    public Takeovers takenUp(long reachedNow) {
        return reachedNow == reached ? this : new Takeovers(0, reachedNow);
    }

    /// Who worked on it before has disappeared.
    public Takeovers takenOver(long reachedNow) {
        return new Takeovers(reachedNow == reached ? inVain + 1 : 0, reachedNow);
    }

    public boolean tooMany() {
        return inVain >= MOST;
    }
}
