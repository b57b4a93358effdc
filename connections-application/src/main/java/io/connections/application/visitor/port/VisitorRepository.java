package io.connections.application.visitor.port;

import io.connections.application.visitor.VisitorStatement;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.visitor.Visitor;
import io.connections.domain.visitor.VisitorId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Visitors, and all that they said. Called inside a
/// [io.connections.application.kernel.port.UnitOfWork].
public interface VisitorRepository {
    /// Those of them that are known.
    Uni<Map<VisitorId, Visitor>> find(Collection<VisitorId> ids);

    /// @param visitors each once, by whoever holds their stripe
    Uni<Void> save(Collection<Visitor> visitors);

    /// A statement that is kept already is kept once.
    ///
    /// @param statements of visitors that are saved
    Uni<Void> keep(Collection<VisitorStatement> statements);

    /// Those of them that are kept, the latest first.
    Uni<List<VisitorStatement>> statements(VisitorId visitor, Collection<ConsentStatement> of);

    /// Browsers that are taken for whom the identifiers name; none for the others.
    Uni<Map<Identifier, Set<VisitorId>>> takenFor(Collection<Identifier> identifiers);

    /// The profiles that have them; none has been made for the others.
    Uni<Map<Identifier, ProfileId>> profiles(Collection<Identifier> identifiers);
}
