package io.connections.application.personal;

import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.personal.port.SavedViewRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.personal.SavedView;
import io.connections.domain.personal.ViewId;
import io.connections.domain.personal.ViewState;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Renames a view of the actor's, overwrites it, or both.
@Singleton
public final class ChangeView {
    /// @param name absent: as it is
    /// @param state absent: as it is
    public record Command(
            ViewId id, Optional<String> name, Optional<ViewState> state, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final SavedViewRepository views;

    ChangeView(UnitOfWork unitOfWork, SavedViewRepository views) {
        this.unitOfWork = unitOfWork;
        this.views = views;
    }

    /// Fails with [ViewNotFound] and [ViewNameTaken].
    public Uni<SavedView> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.CONNECTIONS_READ);
                    String user = command.actor().id();
                    return views.get(user, command.id())
                            .map(view -> changed(view, command))
                            .invoke(CreateView::requireSense)
                            .call(
                                    view ->
                                            views.save(user, view)
                                                    .invoke(CreateView::requireFreeName));
                });
    }

    private static SavedView changed(SavedView view, Command command) {
        return new SavedView(
                view.id(),
                view.list(),
                command.name().orElse(view.name()),
                command.state().orElse(view.state()));
    }
}
