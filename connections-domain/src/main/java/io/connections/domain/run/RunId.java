package io.connections.domain.run;

import java.util.UUID;

/// Identifies a run. A version 7 UUID.
public record RunId(UUID value) {}
