package io.connections.application.profile.port;

import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyInUse;
import io.smallrye.mutiny.Uni;
import java.util.List;

/// Knows which connections need a property. Called inside a
/// [io.connections.application.kernel.port.UnitOfWork].
public interface PropertyUses {
    /// Connections with a goal that maps the property or matches by it, by name.
    Uni<List<PropertyInUse.Use>> of(PropertyId id);
}
