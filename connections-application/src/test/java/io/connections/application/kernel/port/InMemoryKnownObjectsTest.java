package io.connections.application.kernel.port;

import io.connections.application.kernel.NamedObject;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

class InMemoryKnownObjectsTest extends KnownObjectsContract {
    private final InMemoryKnownObjects known = new InMemoryKnownObjects(List.of());

    @Override
    protected KnownObjects known() {
        return known;
    }

    @Override
    protected ObjectRef made(ObjectKind kind, String name) {
        ObjectRef object = new ObjectRef(kind, UUID.randomUUID().toString());
        known.add(new NamedObject(object, name));
        return object;
    }

    @Override
    protected void deleted(ObjectRef object) {
        known.remove(object);
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return work.get().await().indefinitely();
    }
}
