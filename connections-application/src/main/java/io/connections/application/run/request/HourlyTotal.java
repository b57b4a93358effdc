package io.connections.application.run.request;

import io.connections.domain.goal.Counts;
import java.time.Instant;

/// What all connections together did in one hour.
///
/// @param hour its beginning, a whole hour of UTC
/// @param recordsIn what became of the records that were read, in the hour in which that was
///     committed
/// @param runs those that ended in it
public record HourlyTotal(Instant hour, Counts recordsIn, Ends runs) {

    /// Numbers of runs. One that failed, was resumed and finished has ended twice; one that was
    /// stopped and resumed has not ended at its stop.
    ///
    /// @param stopped by a person
    public record Ends(int finished, int stopped, int failed) {
        public static final Ends NONE = new Ends(0, 0, 0);
    }
}
