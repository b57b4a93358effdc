package io.connections.application.favorite;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.favorite.port.FavoriteRepository;
import io.connections.application.kernel.NamedObject;
import io.connections.application.kernel.ObjectNotFound;
import io.connections.application.kernel.ReadableKinds;
import io.connections.application.kernel.port.KnownObjects;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Subject;
import io.connections.domain.kernel.ObjectRef;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Makes a thing one of the actor's favorites. To read it is enough.
@Singleton
public final class StarObject {
    public record Command(ObjectRef object, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final KnownObjects known;
    private final FavoriteRepository favorites;
    private final AuditTrail trail;
    private final InstantSource clock;

    StarObject(
            UnitOfWork unitOfWork,
            KnownObjects known,
            FavoriteRepository favorites,
            AuditTrail trail,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.known = known;
        this.favorites = favorites;
        this.trail = trail;
        this.clock = clock;
    }

    /// Once is as good as twice. Fails with [ObjectNotFound].
    public Uni<Void> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(ReadableKinds.permission(command.object().kind()));
                    return known.hold(command.object())
                            .map(found -> found.orElseThrow(ObjectNotFound::new))
                            .chain(object -> star(object, command.actor()));
                });
    }

    private Uni<Void> star(NamedObject object, Actor actor) {
        return favorites
                .star(actor.id(), object.ref(), clock.instant())
                .chain(
                        anew ->
                                anew
                                        ? trail.record(
                                                AuditEvent.of(
                                                        actor,
                                                        Action.STARRED,
                                                        Subject.of(object.ref(), object.name())))
                                        : Uni.createFrom().voidItem());
    }
}
