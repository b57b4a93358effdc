package io.connections.application.personal;

import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.personal.port.SavedViewRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.personal.SavedView;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// The actor's own views of a list, by name.
@Singleton
public final class ListViews {
    public record Query(String list, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final SavedViewRepository views;

    ListViews(UnitOfWork unitOfWork, SavedViewRepository views) {
        this.unitOfWork = unitOfWork;
        this.views = views;
    }

    public Uni<List<SavedView>> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.CONNECTIONS_READ);
                    return views.list(query.actor().id(), query.list());
                });
    }
}
