package io.connections.application.catalog;

import io.connections.domain.catalog.ConnectionType;
import java.util.Optional;

/// A type as the gallery shows it.
///
/// @param installation absent: it is not installed
/// @param found the place in its guide that a search found, if it found it only there
public record GalleryType(
        ConnectionType type, Optional<Installation> installation, Optional<String> found) {}
