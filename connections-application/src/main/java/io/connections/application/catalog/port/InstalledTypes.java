package io.connections.application.catalog.port;

import io.connections.application.catalog.ConnectionTypeInUse.Use;
import io.connections.application.catalog.Installation;
import io.connections.domain.catalog.ConnectionTypeId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which of the shipped types are installed. Called inside a
/// [unit of work][io.connections.application.kernel.port.UnitOfWork].
public interface InstalledTypes {
    /// Those that are no longer shipped may be among them.
    Uni<Map<ConnectionTypeId, Installation>> all();

    Uni<Optional<Installation>> find(ConnectionTypeId id);

    /// Whether it is installed; if so, it stays so to the end of the unit of work. Any number may
    /// use it at a time.
    Uni<Boolean> use(ConnectionTypeId id);

    /// Whether it is installed; if so, nobody begins to use it before the end of the unit of work.
    /// Waits for those who are using it.
    Uni<Boolean> hold(ConnectionTypeId id);

    /// Whether it was not installed before; who is first stays known.
    Uni<Boolean> install(ConnectionTypeId id, Installation installation);

    Uni<Void> uninstall(ConnectionTypeId id);

    /// The connections of the type.
    ///
    /// @param names of how many at most the names are wanted
    Uni<Uses> usesOf(ConnectionTypeId id, int names);

    /// @param first by name
    record Uses(long count, List<Use> first) {
        public Uses {
            first = List.copyOf(first);
        }
    }
}
