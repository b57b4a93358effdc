package io.connections.adapters.scheduler;

import io.connections.adapters.scheduler.EngineScheduler.Settings;
import io.connections.application.run.ImportShare;
import io.connections.application.run.port.RunJournal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Starts and stops the engine with the service, on replicas that are workers.
@Singleton
final class EngineLifecycle {
    private final boolean worker;
    private final DataSource dataSource;
    private final RunJournal journal;
    private final ImportShare importShare;
    private final Settings settings;
    private Optional<EngineScheduler> scheduler = Optional.empty();

    @Inject
    EngineLifecycle(
            DataSource dataSource,
            RunJournal journal,
            ImportShare importShare,
            @ConfigProperty(name = "connections.worker.enabled", defaultValue = "true")
                    boolean worker,
            @ConfigProperty(name = "connections.worker.shares", defaultValue = "2") int slots,
            @ConfigProperty(name = "connections.worker.poll", defaultValue = "500ms") Duration poll,
            @ConfigProperty(name = "connections.worker.heartbeat", defaultValue = "5s")
                    Duration heartbeat) {
        this.worker = worker;
        this.dataSource = dataSource;
        this.journal = journal;
        this.importShare = importShare;
        this.settings =
                new Settings(
                        "%d-%s"
                                .formatted(
                                        ProcessHandle.current().pid(),
                                        UUID.randomUUID().toString().substring(0, 8)),
                        slots,
                        poll,
                        heartbeat);
    }

    void start(@Observes StartupEvent event) {
        if (worker) {
            EngineScheduler started =
                    new EngineScheduler(dataSource, journal, importShare, settings);
            started.start();
            scheduler = Optional.of(started);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        scheduler.ifPresent(EngineScheduler::close);
    }
}
