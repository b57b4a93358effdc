package io.connections.application.connection.port;

import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.kernel.Secret;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;

/// Keeps connections' secrets, encrypted so that a ciphertext opens only for its own connection and
/// field. Called inside a [io.connections.application.kernel.port.UnitOfWork].
public interface SecretVault {
    Uni<Void> put(ConnectionId connection, String field, Secret secret, Stamp by);

    /// Removing what is not there does nothing.
    Uni<Void> remove(ConnectionId connection, String field);

    /// When and by whom each secret was set, by connection and field; never what it is. A
    /// connection without secrets has an empty map.
    Uni<Map<ConnectionId, Map<String, Stamp>>> stamps(Collection<ConnectionId> connections);

    /// For connecting to the other system, and for nothing else.
    Uni<Map<String, Secret>> reveal(ConnectionId connection);
}
