package io.connections.adapters.persistence.kernel;

import io.connections.application.kernel.port.Ids;
import io.connections.application.kernel.port.IdsContract;
import java.time.Instant;

class TimeOrderedIdsTest extends IdsContract {
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final Ids ids = new TimeOrderedIds(() -> now);

    @Override
    protected Ids ids() {
        return ids;
    }

    @Override
    protected void later() {
        now = now.plusMillis(1);
    }
}
