package io.connections.domain.label;

import java.util.UUID;

/// Identifies a label. A version 7 UUID.
public record LabelId(UUID value) {}
