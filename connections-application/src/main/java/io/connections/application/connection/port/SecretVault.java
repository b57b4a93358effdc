package io.connections.application.connection.port;

import io.connections.domain.catalog.Target;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.kernel.Secret;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;

/// Keeps connections' secrets, encrypted so that a ciphertext opens only for its own connection and
/// field. Called inside a [io.connections.application.kernel.port.UnitOfWork].
public interface SecretVault {
    /// @param target what the secret may be sent to
    Uni<Void> put(ConnectionId connection, String field, Secret secret, Target target, Stamp by);

    /// Removing what is not there does nothing.
    Uni<Void> remove(ConnectionId connection, String field);

    /// What is known of each secret, by connection and field; never what it is. A connection
    /// without secrets has an empty map.
    Uni<Map<ConnectionId, Map<String, Kept>>> kept(Collection<ConnectionId> connections);

    /// From now on the secrets that were given for `from` serve only `to`.
    Uni<Void> narrow(ConnectionId connection, Target from, Target to);

    /// The secrets that serve this target and no other. For connecting to it, and for nothing else.
    Uni<Map<String, Secret>> reveal(ConnectionId connection, Target target);

    /// When and by whom a secret was set, and for what.
    record Kept(Stamp by, Target target) {}
}
