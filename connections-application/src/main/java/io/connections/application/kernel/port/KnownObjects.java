package io.connections.application.kernel.port;

import io.connections.application.kernel.NamedObject;
import io.connections.domain.kernel.ObjectRef;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/// Things of every kind that can be labelled, starred and found again by name: connections,
/// properties, objectives, labels and channels; of runs and profiles, whether they are there.
/// Called inside a [UnitOfWork].
public interface KnownObjects {
    /// From here to the end of the unit of work nobody deletes the object, and nobody else holds
    /// it. Empty when it is gone, was never there, or is of another kind.
    Uni<Optional<NamedObject>> hold(ObjectRef object);

    /// Those of them that are there: what can be held, runs and profiles, and none of another kind.
    /// One look-up, however many they are.
    Uni<Set<ObjectRef>> existing(Collection<ObjectRef> objects);
}
