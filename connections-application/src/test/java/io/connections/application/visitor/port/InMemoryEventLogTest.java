package io.connections.application.visitor.port;

import io.connections.domain.visitor.VisitorEvent;
import io.connections.domain.visitor.VisitorId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Supplier;

class InMemoryEventLogTest extends EventLogContract {
    private final InMemoryEventLog log = new InMemoryEventLog();

    @Override
    protected EventLog log() {
        return log;
    }

    @Override
    protected List<VisitorEvent> kept(VisitorId visitor) {
        return log.kept(visitor);
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return work.get().await().indefinitely();
    }
}
