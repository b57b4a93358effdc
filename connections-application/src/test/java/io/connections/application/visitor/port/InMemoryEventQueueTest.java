package io.connections.application.visitor.port;

import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.domain.visitor.VisitorEvent;
import io.connections.domain.visitor.VisitorId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Supplier;

class InMemoryEventQueueTest extends EventQueueContract {
    private final InMemoryEventLog log = new InMemoryEventLog();
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork(log);

    @Override
    protected EventQueue queue() {
        return log;
    }

    @Override
    protected void append(List<VisitorEvent> events) {
        log.append(events).await().indefinitely();
    }

    @Override
    protected List<String> reasons(VisitorId visitor) {
        return log.reasons(visitor);
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return unitOfWork.run(work).await().indefinitely();
    }
}
