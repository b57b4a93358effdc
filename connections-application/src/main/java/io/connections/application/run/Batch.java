package io.connections.application.run;

import io.connections.application.run.port.ChunkStore.Step;
import io.connections.application.run.port.LanePosition;
import io.connections.application.run.port.RecordSource.SourceRecord;
import java.util.List;

/// Records of one lane on their way to become a chunk.
///
/// @param recordsBefore records of the goal's earlier parts: what the numbers of these count from
record Batch(List<SourceRecord> records, long recordsBefore, LanePosition from, LanePosition to) {
    Step step() {
        return new Step(from, to);
    }
}
