package io.connections.adapters.persistence.profile;

import io.connections.application.profile.CleanUps;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/// Has profiles cleaned up after refusals, on every replica.
@Singleton
class CleanUpRounds {
    private static final Logger LOG = Logger.getLogger(CleanUpRounds.class);

    private final CleanUps cleanUps;

    CleanUpRounds(CleanUps cleanUps) {
        this.cleanUps = cleanUps;
    }

    @Scheduled(
            every = "${connections.clean-up.every:2s}",
            identity = "profile-clean-up",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> workOff() {
        return cleanUps.workOff()
                .onFailure()
                .invoke(
                        failure ->
                                LOG.warn(
                                        "Profiles could not be cleaned up. It is tried again.",
                                        failure))
                .onFailure()
                .recoverWithNull();
    }
}
