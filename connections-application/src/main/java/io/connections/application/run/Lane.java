package io.connections.application.run;

import io.connections.application.run.HeadStart.Started;
import io.connections.application.run.port.LanePosition;
import io.connections.application.run.port.RecordSource.SourceRecord;
import io.connections.domain.goal.ImportPlan;
import io.connections.domain.goal.MappedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;

/// Two virtual threads, one that maps and, where the lane is alone, decides, and one that writes,
/// so that the next chunk is prepared while this one is written. The queues are short: they bound
/// the memory of a run.
final class Lane implements AutoCloseable {
    private final ImportPlan plan;
    private final ChunkWriter writer;
    private final BlockingQueue<Task> toMap = new ArrayBlockingQueue<>(1);
    private final BlockingQueue<Task> toWrite = new ArrayBlockingQueue<>(1);
    private final Thread mapping;
    private final Thread writing;
    private volatile Optional<Throwable> failure = Optional.empty();
    private volatile LanePosition position;
    private volatile boolean stopped;

    private sealed interface Task {
        record Raw(Batch batch) implements Task {}

        record Mapped(Batch batch, List<MappedRecord> records, Started started) implements Task {}

        record Marker(CountDownLatch reached) implements Task {}
    }

    Lane(String name, ImportPlan plan, ChunkWriter writer, LanePosition position) {
        this.plan = plan;
        this.writer = writer;
        this.position = position;
        this.mapping = Thread.ofVirtual().name(name + "-map").start(this::mapAll);
        this.writing = Thread.ofVirtual().name(name + "-write").start(this::writeAll);
    }

    void submit(Batch batch) throws InterruptedException {
        toMap.put(new Task.Raw(batch));
    }

    boolean ended() {
        return stopped || failure.isPresent();
    }

    void drain() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        toMap.put(new Task.Marker(reached));
        reached.await();
    }

    LanePosition position() {
        return position;
    }

    boolean check() {
        failure.ifPresent(
                cause -> {
                    if (cause instanceof RuntimeException runtime) {
                        throw runtime;
                    }
                    throw new LaneFailed(cause);
                });
        return stopped;
    }

    @Override
    public void close() {
        // Interrupted only while waiting: a chunk in the middle of its transaction rolls back.
        mapping.interrupt();
        writing.interrupt();
        boolean interrupted = false;
        for (Thread thread : List.of(mapping, writing)) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        writer.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void mapAll() {
        try {
            while (true) {
                switch (toMap.take()) {
                    case Task.Raw(Batch batch) -> {
                        Optional<Task> mapped = map(batch);
                        if (mapped.isPresent()) {
                            toWrite.put(mapped.get());
                        }
                    }
                    case Task other -> toWrite.put(other);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Task> map(Batch batch) {
        if (ended()) {
            return Optional.empty();
        }
        try {
            List<MappedRecord> mapped = mapped(batch);
            return Optional.of(new Task.Mapped(batch, mapped, writer.start(mapped)));
        } catch (RuntimeException | Error e) {
            failure = Optional.of(e);
            return Optional.empty();
        }
    }

    private List<MappedRecord> mapped(Batch batch) {
        List<MappedRecord> mapped = new ArrayList<>(batch.records().size());
        for (SourceRecord record : batch.records()) {
            mapped.add(
                    switch (record) {
                        case SourceRecord.Good(var good, _) ->
                                plan.map(batch.recordsBefore() + good.number(), good);
                        case SourceRecord.Broken broken ->
                                new MappedRecord.Rejected(
                                        batch.recordsBefore() + broken.number(),
                                        broken.line(),
                                        broken.reason(),
                                        broken.message(),
                                        broken.raw());
                    });
        }
        return mapped;
    }

    private void writeAll() {
        try {
            while (true) {
                switch (toWrite.take()) {
                    case Task.Mapped mapped -> write(mapped);
                    case Task.Marker(CountDownLatch reached) -> reached.countDown();
                    case Task.Raw raw -> throw new IllegalStateException("not mapped: " + raw);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(Task.Mapped mapped) throws InterruptedException {
        if (ended()) {
            return;
        }
        try {
            if (writer.write(mapped.records(), mapped.batch().step(), mapped.started())) {
                position = mapped.batch().to();
            } else {
                stopped = true;
            }
        } catch (RuntimeException | Error e) {
            failure = Optional.of(e);
        }
    }

    /// Something the lane could not foresee.
    static final class LaneFailed extends RuntimeException {
        LaneFailed(Throwable cause) {
            super(cause.getClass().getName(), cause);
        }
    }
}
