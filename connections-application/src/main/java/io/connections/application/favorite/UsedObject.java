package io.connections.application.favorite;

import io.connections.application.kernel.NamedObject;
import java.time.Instant;

/// Something a person opened, and when.
public record UsedObject(NamedObject object, Instant at) {}
