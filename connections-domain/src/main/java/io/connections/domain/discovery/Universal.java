package io.connections.domain.discovery;

import io.connections.domain.catalog.ConnectionTypeId;

/// A type that serves systems which have none of their own.
///
/// @param how what the other system has to be able to do, one sentence
public record Universal(ConnectionTypeId type, String how) {}
