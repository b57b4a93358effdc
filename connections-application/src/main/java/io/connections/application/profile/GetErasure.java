package io.connections.application.profile;

import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.Erasures;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// Opens the receipt of an erasure.
@Singleton
public final class GetErasure {
    private final UnitOfWork unitOfWork;
    private final Erasures erasures;

    GetErasure(UnitOfWork unitOfWork, Erasures erasures) {
        this.unitOfWork = unitOfWork;
        this.erasures = erasures;
    }

    public record Query(Actor actor, ErasureId id) {}

    /// Fails with [ErasureNotFound].
    public Uni<Erasure> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.PROFILES_READ);
                    return erasures.find(query.id())
                            .map(found -> found.orElseThrow(ErasureNotFound::new));
                });
    }
}
