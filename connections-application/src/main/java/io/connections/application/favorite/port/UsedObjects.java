package io.connections.application.favorite.port;

import io.connections.application.favorite.UsedObject;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What each person opened last, the newest few. What is deleted is forgotten with that. Called
/// inside a [io.connections.application.kernel.port.UnitOfWork].
public interface UsedObjects {
    /// How many of a person's are kept.
    int KEPT = 50;

    /// @param person the [io.connections.domain.access.Actor]'s id
    /// @param object held by [io.connections.application.kernel.port.KnownObjects]
    Uni<Void> note(String person, ObjectRef object, Instant at);

    /// The person's, newest first.
    ///
    /// @param kinds of no other kinds
    Uni<List<UsedObject>> list(String person, Set<ObjectKind> kinds, int limit);
}
