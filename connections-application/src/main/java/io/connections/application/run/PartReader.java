package io.connections.application.run;

import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.run.port.LanePosition;
import io.connections.application.run.port.RecordSource.Layout;
import io.connections.application.run.port.RecordSource.Proof;
import io.connections.application.run.port.RecordSource.RecordReader;
import io.connections.application.run.port.RecordSource.SourceBroken;
import io.connections.application.run.port.RecordSource.SourceRecord;
import io.connections.domain.goal.ImportPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads one part from its start and deals its records out to the lanes, leaving out what they have
/// committed before.
final class PartReader {
    private final ImportPlan plan;
    private final Lanes lanes;
    private final EngineSettings settings;
    private final int part;
    private final long recordsBefore;
    private final long provenFrom;
    private final List<LanePosition> positions;
    private final List<List<SourceRecord>> filling = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private final long[] weights;
    private long weight;
    private long records;

    private record Held(int lane, Batch batch) {}

    /// Hears of records that are read otherwise than those before, ahead of all else.
    interface LayoutChange {
        /// @param from the first one's number within the goal
        void heard(long from, Layout layout) throws SourceBroken, InterruptedException;
    }

    PartReader(
            ImportPlan plan, Lanes lanes, EngineSettings settings, int part, long recordsBefore) {
        this.plan = plan;
        this.lanes = lanes;
        this.settings = settings;
        this.part = part;
        this.recordsBefore = recordsBefore;
        this.positions = new ArrayList<>(lanes.positions());
        this.weights = new long[positions.size()];
        this.provenFrom = proof().map(Proof::bytes).orElse(0L);
        for (int i = 0; i < positions.size(); i++) {
            filling.add(new ArrayList<>());
        }
    }

    /// What an earlier reading of this part saw; of several lanes' proofs the one that covers most.
    Optional<Proof> proof() {
        return positions.stream()
                .filter(position -> position.part() == part)
                .flatMap(position -> position.proof().stream())
                .max((one, other) -> Long.compare(one.bytes(), other.bytes()));
    }

    /// @return how many records the part has, or empty when the lanes ended before
    Optional<Long> read(RecordReader reader, LayoutChange change)
            throws ConnectorFailed, SourceBroken, InterruptedException {
        Layout layout = reader.layout();
        for (var next = reader.next(); next.isPresent(); next = reader.next()) {
            Layout now = reader.layout();
            if (!now.equals(layout)) {
                change.heard(recordsBefore + numberOf(next.get()), now);
                layout = now;
            }
            take(next.get(), reader);
            if (lanes.ended()) {
                return Optional.empty();
            }
        }
        for (int lane = 0; lane < filling.size(); lane++) {
            cut(lane, reader);
        }
        release();
        return Optional.of(records);
    }

    private void take(SourceRecord record, RecordReader reader) throws InterruptedException {
        long number = numberOf(record);
        records = number;
        int lane = laneOf(record);
        if (number <= positions.get(lane).numberIn(part)) {
            return;
        }
        List<SourceRecord> batch = filling.get(lane);
        batch.add(record);
        weights[lane] += record.weight();
        weight += record.weight();
        if (batch.size() == settings.chunkSize()) {
            cut(lane, reader);
        } else if (weight > settings.chunkBytes() * filling.size()) {
            for (int each = 0; each < filling.size(); each++) {
                cut(each, reader);
            }
        } else {
            return;
        }
        // A changed part is noticed at the place its proof covers. Nothing is committed before it.
        if (reader.bytesRead() >= provenFrom) {
            release();
        }
    }

    private void cut(int lane, RecordReader reader) {
        List<SourceRecord> batch = filling.get(lane);
        if (batch.isEmpty()) {
            return;
        }
        LanePosition from = positions.get(lane);
        LanePosition to =
                new LanePosition(part, numberOf(batch.getLast()), Optional.of(reader.proof()));
        positions.set(lane, to);
        held.add(new Held(lane, new Batch(batch, recordsBefore, from, to)));
        filling.set(lane, new ArrayList<>(settings.chunkSize()));
        weight -= weights[lane];
        weights[lane] = 0;
    }

    private void release() throws InterruptedException {
        for (Held next : held) {
            lanes.submit(next.lane(), next.batch());
        }
        held.clear();
    }

    private int laneOf(SourceRecord record) {
        if (filling.size() == 1) {
            return 0;
        }
        String key =
                switch (record) {
                    case SourceRecord.Good(var good, _) -> plan.laneKey(good);
                    case SourceRecord.Broken _ -> "";
                };
        // Spread the low bits: String's hash of similar keys differs in few of them.
        int hash = key.hashCode() * 0x9E3779B9;
        return (int) ((Integer.toUnsignedLong(hash) * filling.size()) >>> 32);
    }

    private static long numberOf(SourceRecord record) {
        return switch (record) {
            case SourceRecord.Good(var good, _) -> good.number();
            case SourceRecord.Broken broken -> broken.number();
        };
    }
}
