package io.connections.application.visitor.port;

import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.visitor.CollectorBusy;
import io.connections.application.visitor.QueuedEvent;
import io.connections.domain.visitor.VisitorEvent;
import io.connections.domain.visitor.VisitorEvent.Consented;
import io.connections.domain.visitor.VisitorEvent.Identified;
import io.connections.domain.visitor.VisitorId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Events, and those of them that wait.
public final class InMemoryEventLog implements EventLog, EventQueue, InMemoryUnitOfWork.Store {
    private static final int STRIPES = 4;

    private final List<VisitorEvent> events = new ArrayList<>();
    private final Map<Long, Waiting> waiting = new TreeMap<>();
    private final Map<Long, String> aside = new TreeMap<>();
    private boolean away;

    private record Waiting(QueuedEvent event, Instant due) {}

    /// From now on nothing can be written.
    public void goAway() {
        away = true;
    }

    public List<VisitorEvent> kept(VisitorId visitor) {
        return events.stream().filter(event -> event.visitor().equals(visitor)).toList();
    }

    /// Why events of the visitor were set aside.
    public List<String> reasons(VisitorId visitor) {
        return aside.entrySet().stream()
                .filter(each -> events.get((int) (each.getKey() - 1)).visitor().equals(visitor))
                .map(Map.Entry::getValue)
                .toList();
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
                            sent.stream().filter(this::isNew).forEach(this::add);
                        });
    }

    private void add(VisitorEvent event) {
        events.add(event);
        long number = events.size();
        waiting.put(number, new Waiting(new QueuedEvent(number, 0, event), Instant.MIN));
    }

    private boolean isNew(VisitorEvent sent) {
        return events.stream()
                .noneMatch(
                        known ->
                                known.visitor().equals(sent.visitor())
                                        && known.id().equals(sent.id()));
    }

    @Override
    public Uni<Optional<Work>> take(Instant now, int most) {
        return Uni.createFrom()
                .item(
                        () ->
                                due(now).findFirst()
                                        .map(first -> stripe(first))
                                        .map(
                                                stripe ->
                                                        new Work(
                                                                stripe,
                                                                due(now).filter(
                                                                                each ->
                                                                                        stripe(each)
                                                                                                == stripe)
                                                                        .limit(most)
                                                                        .toList())));
    }

    private Stream<QueuedEvent> due(Instant now) {
        Set<VisitorId> held = new HashSet<>();
        waiting.values().stream()
                .filter(each -> each.due().isAfter(now))
                .forEach(each -> held.add(each.event().event().visitor()));
        return waiting.values().stream()
                .map(Waiting::event)
                .filter(each -> !held.contains(each.event().visitor()));
    }

    private static int stripe(QueuedEvent event) {
        return event.event().visitor().stripe(STRIPES);
    }

    @Override
    public Uni<List<QueuedEvent>> takeAgain(int stripe, Collection<Long> numbers) {
        return Uni.createFrom()
                .item(
                        () ->
                                waiting.values().stream()
                                        .map(Waiting::event)
                                        .filter(each -> numbers.contains(each.number()))
                                        .toList());
    }

    @Override
    public Uni<Void> done(int stripe, Collection<Long> numbers) {
        return Uni.createFrom().voidItem().invoke(() -> waiting.keySet().removeAll(numbers));
    }

    @Override
    public Uni<Void> tryAgain(int stripe, QueuedEvent event, Instant at) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () ->
                                waiting.put(
                                        event.number(),
                                        new Waiting(
                                                new QueuedEvent(
                                                        event.number(),
                                                        event.tries() + 1,
                                                        event.event()),
                                                at)));
    }

    @Override
    public Uni<Void> setAside(int stripe, QueuedEvent event, String reason, Instant at) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () -> {
                            waiting.remove(event.number());
                            aside.put(event.number(), reason);
                        });
    }

    @Override
    public Uni<Map<Long, Identified>> namedBefore(Collection<QueuedEvent> asked) {
        return Uni.createFrom()
                .item(
                        () -> {
                            Map<Long, Identified> found = new TreeMap<>();
                            asked.forEach(
                                    each ->
                                            events.stream()
                                                    .filter(
                                                            one ->
                                                                    one.visitor()
                                                                                    .equals(
                                                                                            each.event()
                                                                                                    .visitor())
                                                                            && !one.at()
                                                                                    .isAfter(
                                                                                            each.event()
                                                                                                    .at()))
                                                    .filter(one -> one.what() instanceof Identified)
                                                    .max(
                                                            Comparator.comparing(VisitorEvent::at)
                                                                    .thenComparingInt(
                                                                            events::indexOf))
                                                    .ifPresent(
                                                            one ->
                                                                    found.put(
                                                                            each.number(),
                                                                            (Identified)
                                                                                    one.what())));
                            return found;
                        });
    }

    @Override
    public Uni<List<QueuedEvent>> waitingStatements(Collection<VisitorId> visitors) {
        return Uni.createFrom()
                .item(
                        () ->
                                waiting.values().stream()
                                        .map(Waiting::event)
                                        .filter(each -> visitors.contains(each.event().visitor()))
                                        .filter(
                                                each ->
                                                        each.event().what() instanceof Consented
                                                                || each.event().what()
                                                                        instanceof Identified)
                                        .toList());
    }

    @Override
    public Runnable remember() {
        Map<Long, Waiting> before = new TreeMap<>(waiting);
        Map<Long, String> asideBefore = new TreeMap<>(aside);
        return () -> {
            waiting.clear();
            waiting.putAll(before);
            aside.clear();
            aside.putAll(asideBefore);
        };
    }
}
