package io.connections.application.personal;

import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.personal.port.SavedViewRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.personal.ViewId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// Deletes a view of the actor's; what it showed stays.
@Singleton
public final class DeleteView {
    public record Command(ViewId id, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final SavedViewRepository views;

    DeleteView(UnitOfWork unitOfWork, SavedViewRepository views) {
        this.unitOfWork = unitOfWork;
        this.views = views;
    }

    /// Fails with [ViewNotFound].
    public Uni<Void> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.CONNECTIONS_READ);
                    String user = command.actor().id();
                    return views.get(user, command.id())
                            .chain(() -> views.delete(user, command.id()));
                });
    }
}
