package io.connections.application.catalog;

import java.time.Instant;

/// Since when a type is installed, and by whose hand.
public record Installation(Instant at, String by) {}
