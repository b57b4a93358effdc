package io.connections.application.access.port;

import io.connections.domain.access.Actor;
import io.connections.domain.access.Role;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/// Knows who sent the request that is being served.
public interface ActorProvider {
    /// Who asks, with what the roles grant; of a bearer token, at most what its scopes name.
    Uni<SignedIn> current();

    record SignedIn(Actor actor, Set<Role> roles) {
        public SignedIn {
            roles = Set.copyOf(roles);
        }
    }
}
