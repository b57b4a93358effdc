package io.connections.application.visitor.port;

import io.connections.application.visitor.CollectorBusy;
import io.connections.domain.visitor.VisitorEvent;
import io.connections.domain.visitor.VisitorId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

public final class InMemoryEventLog implements EventLog {
    private final List<VisitorEvent> events = new ArrayList<>();
    private boolean away;

    /// From now on nothing can be written.
    public void goAway() {
        away = true;
    }

    public List<VisitorEvent> kept(VisitorId visitor) {
        return events.stream().filter(event -> event.visitor().equals(visitor)).toList();
    }

    @Override
    public Uni<Void> append(List<VisitorEvent> sent) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () -> {
                            if (away) {
                                throw new CollectorBusy();
                            }
                            sent.stream().filter(this::isNew).forEach(events::add);
                        });
    }

    private boolean isNew(VisitorEvent sent) {
        return events.stream()
                .noneMatch(
                        known ->
                                known.visitor().equals(sent.visitor())
                                        && known.id().equals(sent.id()));
    }
}
