package io.connections.application.audit.port;

import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.audit.AuditEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Supplier;

class RecordingAuditTrailTest extends AuditTrailContract {
    private final RecordingAuditTrail trail = new RecordingAuditTrail();
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(trail);

    @Override
    protected AuditTrail trail() {
        return trail;
    }

    @Override
    protected List<AuditEvent> recordedOf(String id) {
        return trail.events().stream()
                .filter(event -> event.subject().id().filter(id::equals).isPresent())
                .toList();
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return unitOfWork.run(work).await().indefinitely();
    }
}
