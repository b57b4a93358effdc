package io.connections.adapters.persistence.audit;

import io.connections.application.audit.SignInJournal;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// Writes sign-ins down, a moment after they were heard of.
@Singleton
class SignInWriter {
    private final SignInJournal journal;

    SignInWriter(SignInJournal journal) {
        this.journal = journal;
    }

    @Scheduled(
            every = "${connections.audit.sign-ins-every:2s}",
            identity = "audit-sign-ins",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> write() {
        return journal.write();
    }
}
