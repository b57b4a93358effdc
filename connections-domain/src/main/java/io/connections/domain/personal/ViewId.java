package io.connections.domain.personal;

import java.util.UUID;

/// Identifies a saved view. A version 7 UUID.
public record ViewId(UUID value) {}
