package io.connections.application.access.port;

import io.connections.domain.access.Actor;
import io.smallrye.mutiny.Uni;

/// Knows who sent the request that is being served.
public interface ActorProvider {
    /// Who asks, with what the roles grant; of a bearer token, at most what its scopes name.
    Uni<Actor> current();
}
