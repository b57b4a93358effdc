package io.connections.domain.audit;

import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import java.util.Optional;

/// What something was done to. The name is the one that it had then, so that an event can be read
/// after its subject is gone.
///
/// @param id absent where the thing has none, as a sign-in that failed
/// @param name may be empty: a person's name does not belong here
public record Subject(ObjectKind kind, Optional<String> id, String name) {
    public static Subject of(ObjectKind kind, String id, String name) {
        return new Subject(kind, Optional.of(id), name);
    }

    public static Subject of(ObjectRef ref, String name) {
        return of(ref.kind(), ref.id(), name);
    }
}
