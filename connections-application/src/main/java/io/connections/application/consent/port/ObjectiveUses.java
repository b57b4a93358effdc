package io.connections.application.consent.port;

import io.connections.application.consent.LinkedConnection;
import io.connections.application.consent.ObjectiveInUse.Use;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.domain.consent.ObjectiveId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/// What objectives are used by. Called inside a
/// [io.connections.application.kernel.port.UnitOfWork].
public interface ObjectiveUses {
    /// By name.
    ///
    /// Fails with [io.connections.application.kernel.RequestInvalid] when the cursor is not one of
    /// this list.
    Uni<Page<LinkedConnection>> linked(ObjectiveId id, PageRequest page);

    /// Connections that are linked to it or whose goals bring consent to it.
    Uni<Uses> of(ObjectiveId id);

    /// @param some the first few, by name
    record Uses(List<Use> some, long count) {
        public static final int MOST = 10;

        public Uses {
            some = List.copyOf(some);
        }
    }
}
