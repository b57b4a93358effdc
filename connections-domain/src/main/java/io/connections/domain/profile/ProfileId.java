package io.connections.domain.profile;

import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import java.time.Instant;
import java.util.UUID;

/// Identifies a profile. A version 7 UUID, so that new profiles lie side by side in the index, and
/// so that it says when the profile was made.
public record ProfileId(UUID value) {
    public Instant created() {
        return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
    }

    public ObjectRef ref() {
        return new ObjectRef(ObjectKind.PROFILE, value.toString());
    }
}
