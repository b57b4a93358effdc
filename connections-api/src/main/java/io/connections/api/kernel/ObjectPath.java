package io.connections.api.kernel;

import io.connections.application.kernel.ObjectNotFound;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;

/// `{kind}/{id}` of an address. Nothing is of a kind that nobody knows.
public final class ObjectPath {
    private ObjectPath() {}

    public static ObjectRef of(String kind, String id) {
        return new ObjectRef(ObjectKind.of(kind).orElseThrow(ObjectNotFound::new), id);
    }
}
