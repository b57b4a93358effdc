package io.connections.application.connection.port;

import java.util.Optional;

/// The connectors this installation has, by the word that types' files use for them.
public interface Connectors {
    Optional<Connector> find(String kind);
}
