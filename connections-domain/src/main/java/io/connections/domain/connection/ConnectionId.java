package io.connections.domain.connection;

import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import java.util.UUID;

/// Identifies a connection. A version 7 UUID.
public record ConnectionId(UUID value) {
    public ObjectRef ref() {
        return new ObjectRef(ObjectKind.CONNECTION, value.toString());
    }
}
