package io.connections.application.favorite.port;

import io.connections.application.kernel.NamedObject;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/// What each person starred. What is deleted loses its stars with that. Called inside a
/// [io.connections.application.kernel.port.UnitOfWork].
///
/// In all of these, `person` is the [io.connections.domain.access.Actor]'s id.
public interface FavoriteRepository {
    /// `false` when it was starred already.
    ///
    /// @param object held by [io.connections.application.kernel.port.KnownObjects]
    Uni<Boolean> star(String person, ObjectRef object, Instant at);

    /// `false` when it was not starred.
    Uni<Boolean> unstar(String person, ObjectRef object);

    /// Those of them that the person starred; one look-up for all.
    Uni<Set<ObjectRef>> among(String person, Collection<ObjectRef> objects);

    /// The person's, by name.
    ///
    /// @param kinds of no other kinds
    Uni<Page<NamedObject>> list(String person, Set<ObjectKind> kinds, PageRequest page);
}
