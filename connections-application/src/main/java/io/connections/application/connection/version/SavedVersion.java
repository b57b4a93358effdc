package io.connections.application.connection.version;

import io.connections.domain.connection.Connection.Content;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.kernel.Version;

/// What one save kept, and who saved it when.
public record SavedVersion(Version version, Content content, Stamp saved) {}
