package io.connections.application.favorite;

import io.connections.application.favorite.port.UsedObjects;
import io.connections.application.kernel.ObjectNotFound;
import io.connections.application.kernel.ReadableKinds;
import io.connections.application.kernel.port.KnownObjects;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.kernel.ObjectRef;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Remembers that the actor opened a thing. No event of the audit trail: it changes nothing.
@Singleton
public final class NoteUse {
    public record Command(ObjectRef object, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final KnownObjects known;
    private final UsedObjects used;
    private final InstantSource clock;

    NoteUse(UnitOfWork unitOfWork, KnownObjects known, UsedObjects used, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.known = known;
        this.used = used;
        this.clock = clock;
    }

    /// Fails with [ObjectNotFound].
    public Uni<Void> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(ReadableKinds.permission(command.object().kind()));
                    return known.hold(command.object())
                            .map(found -> found.orElseThrow(ObjectNotFound::new))
                            .chain(
                                    object ->
                                            used.note(
                                                    command.actor().id(),
                                                    object.ref(),
                                                    clock.instant()));
                });
    }
}
