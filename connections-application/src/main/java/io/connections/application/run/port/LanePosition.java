package io.connections.application.run.port;

import java.util.Optional;

/// How far a lane has come in a goal's source: every record of its own up to here is committed.
///
/// @param part place of the part in the goal, from 0
/// @param number of its last committed record within the part; 0 before the first
/// @param proof what the reader had seen of the part when that chunk was cut
public record LanePosition(int part, long number, Optional<RecordSource.Proof> proof) {
    public static final LanePosition START = new LanePosition(0, 0, Optional.empty());

    /// Where the lane stands in a part: 0 when it has not reached it yet.
    public long numberIn(int otherPart) {
        if (otherPart < part) {
            return Long.MAX_VALUE;
        }
        return otherPart == part ? number : 0;
    }
}
