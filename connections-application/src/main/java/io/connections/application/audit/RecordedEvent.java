package io.connections.application.audit;

import io.connections.domain.audit.AuditEvent;
import java.time.Instant;
import java.util.UUID;

/// An event with when it was recorded. Its actor has no permissions: they were asked for then.
public record RecordedEvent(UUID id, Instant at, AuditEvent event) {}
