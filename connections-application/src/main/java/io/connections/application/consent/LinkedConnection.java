package io.connections.application.consent;

import io.connections.domain.connection.ConnectionId;
import io.connections.domain.connection.EditRights;

/// A connection that is linked to an objective.
public record LinkedConnection(ConnectionId id, String name, boolean on, EditRights editRights) {}
