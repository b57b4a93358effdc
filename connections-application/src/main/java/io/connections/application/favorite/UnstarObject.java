package io.connections.application.favorite;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.favorite.port.FavoriteRepository;
import io.connections.application.kernel.NamedObject;
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

/// Takes a thing from the actor's favorites.
@Singleton
public final class UnstarObject {
    public record Command(ObjectRef object, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final KnownObjects known;
    private final FavoriteRepository favorites;
    private final AuditTrail trail;

    UnstarObject(
            UnitOfWork unitOfWork,
            KnownObjects known,
            FavoriteRepository favorites,
            AuditTrail trail) {
        this.unitOfWork = unitOfWork;
        this.known = known;
        this.favorites = favorites;
        this.trail = trail;
    }

    /// Of what was no favorite nothing happens, nor of what is gone.
    public Uni<Void> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(ReadableKinds.permission(command.object().kind()));
                    return known.hold(command.object())
                            .chain(
                                    found ->
                                            found.map(object -> unstar(object, command.actor()))
                                                    .orElseGet(Uni.createFrom()::voidItem));
                });
    }

    private Uni<Void> unstar(NamedObject object, Actor actor) {
        return favorites
                .unstar(actor.id(), object.ref())
                .chain(
                        was ->
                                was
                                        ? trail.record(
                                                AuditEvent.of(
                                                        actor,
                                                        Action.UNSTARRED,
                                                        Subject.of(object.ref(), object.name())))
                                        : Uni.createFrom().voidItem());
    }
}
