package io.connections.application.profile;

import java.util.UUID;

/// Names an erasure.
public record ErasureId(UUID value) {}
