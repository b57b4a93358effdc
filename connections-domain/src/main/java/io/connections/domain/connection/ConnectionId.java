package io.connections.domain.connection;

import java.util.UUID;

/// Identifies a connection. A version 7 UUID.
public record ConnectionId(UUID value) {}
