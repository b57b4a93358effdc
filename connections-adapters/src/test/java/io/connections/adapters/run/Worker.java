package io.connections.adapters.run;

import io.connections.adapters.persistence.TestDatabase;
import io.connections.adapters.persistence.run.PostgresChunkStore;
import io.connections.adapters.persistence.run.PostgresRunJournal;
import io.connections.application.run.EngineSettings;
import io.connections.application.run.ImportShare;
import io.connections.application.run.port.CrashPoints;
import io.connections.application.run.port.RunSetups;
import io.connections.application.run.port.ShareKey;
import io.connections.domain.run.RunId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/// Works on runs as a process of the service does, on the thread of the caller.
final class Worker {
    private Worker() {}

    static void work(
            TestDatabase database,
            RunId run,
            RunSetups setups,
            int chunkSize,
            int lanes,
            CrashPoints crashPoints)
            throws InterruptedException {
        PostgresRunJournal journal = new PostgresRunJournal(database.dataSource());
        EngineSettings settings =
                new EngineSettings(
                        chunkSize,
                        1 << 20,
                        lanes,
                        Duration.ofSeconds(30),
                        Duration.ofMillis(10),
                        3,
                        1_000_000);
        ImportShare engine =
                new ImportShare(
                        journal,
                        new PostgresChunkStore(database.dataSource(), crashPoints),
                        setups,
                        crashPoints,
                        settings,
                        InstantSource.system());
        for (ShareKey share : journal.openShares()) {
            if (share.run().equals(run)) {
                engine.handle(share, "test");
            }
        }
    }

    /// Does something once when so many chunks are committed. Other lanes go on meanwhile: what is
    /// done may have to wait for what they have locked.
    static final class After implements CrashPoints {
        private final Runnable action;
        private final AtomicInteger left;

        After(int chunks, Runnable action) {
            this.left = new AtomicInteger(chunks);
            this.action = action;
        }

        @Override
        public void reached(Point point) {
            if (point == Point.AFTER_COMMIT && left.decrementAndGet() == 0) {
                action.run();
            }
        }
    }
}
