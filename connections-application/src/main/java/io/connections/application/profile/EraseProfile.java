package io.connections.application.profile;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.kernel.port.Ids;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.Erasures;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Subject;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.ProfileNotFound;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Forgets a person: deletes the profile with all that is known of it, and leaves a receipt. The
/// ledger keeps that it was there and who erased it.
@Singleton
public final class EraseProfile {
    private final UnitOfWork unitOfWork;
    private final Erasures erasures;
    private final AuditTrail trail;
    private final Ids ids;
    private final InstantSource clock;

    EraseProfile(
            UnitOfWork unitOfWork,
            Erasures erasures,
            AuditTrail trail,
            Ids ids,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.erasures = erasures;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    public record Command(Actor actor, ProfileId id) {}

    /// Fails with [ProfileNotFound].
    public Uni<Erasure> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.PROFILES_WRITE);
                    return erasures.erase(
                                    new ErasureId(ids.next()),
                                    command.id(),
                                    command.actor().name(),
                                    clock.instant())
                            .map(erased -> erased.orElseThrow(ProfileNotFound::new))
                            .call(
                                    () ->
                                            trail.record(
                                                    AuditEvent.of(
                                                            command.actor(),
                                                            Action.DELETED,
                                                            Subject.of(command.id().ref(), ""))));
                });
    }
}
