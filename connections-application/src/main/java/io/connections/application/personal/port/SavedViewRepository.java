package io.connections.application.personal.port;

import io.connections.domain.personal.SavedView;
import io.connections.domain.personal.ViewId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/// Keeps views; of other people's it says nothing. Called inside a
/// [io.connections.application.kernel.port.UnitOfWork].
public interface SavedViewRepository {
    /// By name.
    Uni<List<SavedView>> list(String user, String list);

    /// `false`, and nothing written, when the user has another view of that name.
    Uni<Boolean> add(String user, SavedView view);

    /// Fails with [io.connections.application.personal.ViewNotFound].
    Uni<SavedView> get(String user, ViewId id);

    /// `false`, and nothing written, when the user has another view of that name.
    Uni<Boolean> save(String user, SavedView view);

    /// Deleting what is not there does nothing.
    Uni<Void> delete(String user, ViewId id);
}
