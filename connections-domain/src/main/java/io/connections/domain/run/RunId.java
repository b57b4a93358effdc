package io.connections.domain.run;

import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import java.util.UUID;

/// Identifies a run. A version 7 UUID.
public record RunId(UUID value) {
    public ObjectRef ref() {
        return new ObjectRef(ObjectKind.RUN, value.toString());
    }
}
