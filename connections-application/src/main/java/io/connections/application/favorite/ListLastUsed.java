package io.connections.application.favorite;

import io.connections.application.favorite.port.UsedObjects;
import io.connections.application.kernel.ReadableKinds;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// What the actor opened last, newest first.
@Singleton
public final class ListLastUsed {
    public record Query(int limit, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final UsedObjects used;

    ListLastUsed(UnitOfWork unitOfWork, UsedObjects used) {
        this.unitOfWork = unitOfWork;
        this.used = used;
    }

    public Uni<List<UsedObject>> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.CONNECTIONS_READ);
                    return used.list(
                            query.actor().id(), ReadableKinds.by(query.actor()), query.limit());
                });
    }
}
