package io.connections.domain.goal;

import java.util.UUID;

/// Identifies a goal within and across versions of its connection.
public record GoalId(UUID value) {}
