package io.connections.adapters.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.adapters.connector.file.FileSources;
import io.connections.adapters.persistence.TestDatabase;
import io.connections.adapters.persistence.run.PostgresChunkStore;
import io.connections.adapters.persistence.run.PostgresRunJournal;
import io.connections.adapters.run.Customers.Shape;
import io.connections.adapters.scheduler.EngineScheduler;
import io.connections.application.run.EngineSettings;
import io.connections.application.run.ImportShare;
import io.connections.application.run.port.CrashPoints;
import io.connections.domain.run.RunId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineSchedulerTest {
    @TempDir Path folder;
    private final TestDatabase database = TestDatabase.create();
    private final Runs runs = new Runs(database.dataSource());

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    @Tag("M18")
    void aQueuedRunIsFoundAndRuns() throws InterruptedException {
        Customers.write(folder.resolve("a.csv"), 500, 1, Shape.PLAIN);
        CountDownLatch renamed = new CountDownLatch(1);
        CrashPoints afterTheFile =
                point -> {
                    if (point == CrashPoints.Point.BEFORE_RENAME) {
                        renamed.countDown();
                    }
                };
        RunId run;

        try (EngineScheduler scheduler = scheduler(afterTheFile)) {
            scheduler.start();
            run = runs.queue();
            renamed.await(60, TimeUnit.SECONDS);
        }

        assertThat(runs.state(run)).as(String.valueOf(runs.log(run))).isEqualTo("FINISHED");
        assertThat(runs.counts(run))
                .isEqualTo("read=500 created=500 updated=0 unchanged=0 rejected=0");
    }

    private EngineScheduler scheduler(CrashPoints crashPoints) {
        PostgresRunJournal journal = new PostgresRunJournal(database.dataSource());
        ImportShare engine =
                new ImportShare(
                        journal,
                        new PostgresChunkStore(database.dataSource(), crashPoints),
                        CustomerImport.from(goal -> FileSources.local(folder, goal.source())),
                        crashPoints,
                        EngineSettings.defaults(),
                        InstantSource.system());
        return new EngineScheduler(
                database.dataSource(),
                journal,
                engine,
                new EngineScheduler.Settings(
                        "test", 2, Duration.ofMillis(100), Duration.ofSeconds(1)));
    }
}
