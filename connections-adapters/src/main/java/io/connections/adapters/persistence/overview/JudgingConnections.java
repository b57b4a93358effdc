package io.connections.adapters.persistence.overview;

import io.connections.application.connection.ConnectionJudge;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// Keeps the list's judgements true, on every replica; where nothing has changed, a look at an
/// empty index is all that it costs.
@Singleton
final class JudgingConnections {
    private final ConnectionJudge judge;
    private volatile boolean doubted;

    JudgingConnections(ConnectionJudge judge) {
        this.judge = judge;
    }

    /// The first time after the start, everything: the files of types may be others now.
    @Scheduled(
            every = "2s",
            identity = "judging-connections",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> judge() {
        return doubted
                ? judge.judge()
                : judge.doubtAll().invoke(() -> doubted = true).chain(judge::judge);
    }
}
