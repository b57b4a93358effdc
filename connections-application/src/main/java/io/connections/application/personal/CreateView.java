package io.connections.application.personal;

import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.Ids;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.personal.port.SavedViewRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.kernel.Violation;
import io.connections.domain.personal.SavedView;
import io.connections.domain.personal.ViewId;
import io.connections.domain.personal.ViewState;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// Keeps a view for the actor alone.
@Singleton
public final class CreateView {
    public record Command(String list, String name, ViewState state, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final SavedViewRepository views;
    private final Ids ids;

    CreateView(UnitOfWork unitOfWork, SavedViewRepository views, Ids ids) {
        this.unitOfWork = unitOfWork;
        this.views = views;
        this.ids = ids;
    }

    /// Fails with [ViewNameTaken] and [TooManyKept].
    public Uni<SavedView> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.CONNECTIONS_READ);
                    SavedView view =
                            new SavedView(
                                    new ViewId(ids.next()),
                                    command.list(),
                                    command.name(),
                                    command.state());
                    requireSense(view);
                    String user = command.actor().id();
                    return views.list(user, view.list())
                            .invoke(
                                    there -> {
                                        if (there.size() >= SavedView.MOST) {
                                            throw new TooManyKept();
                                        }
                                    })
                            .chain(() -> views.add(user, view))
                            .invoke(CreateView::requireFreeName)
                            .replaceWith(view);
                });
    }

    static void requireSense(SavedView view) {
        List<Violation> violations = view.violations();
        if (!violations.isEmpty()) {
            throw new RequestInvalid(violations);
        }
    }

    static void requireFreeName(boolean free) {
        if (!free) {
            throw new ViewNameTaken();
        }
    }
}
