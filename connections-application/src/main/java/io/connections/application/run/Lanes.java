package io.connections.application.run;

import io.connections.application.run.port.LanePosition;
import java.util.ArrayList;
import java.util.List;

/// The lanes of one goal on this process. The reader hands batches to them and waits for them at
/// the end of each part.
final class Lanes implements AutoCloseable {
    private final List<Lane> lanes = new ArrayList<>();

    Lanes(List<LanePosition> positions, LaneFactory factory) {
        for (int i = 0; i < positions.size(); i++) {
            lanes.add(factory.start(i, positions.get(i)));
        }
    }

    interface LaneFactory {
        Lane start(int lane, LanePosition position);
    }

    int count() {
        return lanes.size();
    }

    /// Waits while the lane has enough to do. What it is given after it has ended is dropped.
    void submit(int lane, Batch batch) throws InterruptedException {
        lanes.get(lane).submit(batch);
    }

    /// Whether reading on is of no use: a lane failed, was told to stop, or lost the share.
    boolean ended() {
        return lanes.stream().anyMatch(Lane::ended);
    }

    /// Waits until everything submitted is committed or given up.
    void drain() throws InterruptedException {
        for (Lane lane : lanes) {
            lane.drain();
        }
    }

    /// Fails with what failed a lane.
    ///
    /// @return whether a stop was asked for
    boolean check() {
        boolean stopped = false;
        for (Lane lane : lanes) {
            stopped |= lane.check();
        }
        return stopped;
    }

    /// What is committed, by lane. Exact only after [#drain].
    List<LanePosition> positions() {
        return lanes.stream().map(Lane::position).toList();
    }

    @Override
    public void close() {
        lanes.forEach(Lane::close);
    }
}
