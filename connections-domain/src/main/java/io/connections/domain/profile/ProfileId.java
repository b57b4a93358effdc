package io.connections.domain.profile;

import java.util.UUID;

/// Identifies a profile. A version 7 UUID, so that new profiles lie side by side in the index.
public record ProfileId(UUID value) {}
