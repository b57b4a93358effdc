package io.connections.adapters.persistence.visitor;

import io.connections.application.inpage.PageCounts;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/// Has what pages were answered counted, on every replica.
@Singleton
class PageCountRounds {
    private static final Logger LOG = Logger.getLogger(PageCountRounds.class);

    private final PageCounts counts;

    PageCountRounds(PageCounts counts) {
        this.counts = counts;
    }

    @Scheduled(
            every = "3s",
            identity = "page-counts",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> write() {
        return counts.write()
                .onFailure()
                .invoke(
                        failure ->
                                LOG.debug(
                                        "What pages were answered could not be counted. It is tried again.",
                                        failure))
                .onFailure()
                .recoverWithNull();
    }
}
