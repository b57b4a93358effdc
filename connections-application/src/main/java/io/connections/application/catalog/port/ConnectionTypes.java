package io.connections.application.catalog.port;

import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.ConnectionTypeId;
import java.util.List;
import java.util.Optional;

/// The connection types of the gallery, installed or not. They are read once, at the start, so
/// asking costs nothing and any caller may.
public interface ConnectionTypes {
    /// By name.
    List<ConnectionType> list();

    Optional<ConnectionType> find(ConnectionTypeId id);

    /// The type's setup guide, Markdown.
    Optional<String> guide(ConnectionTypeId id);

    /// A picture that a guide shows, SVG.
    Optional<String> picture(String name);
}
