package io.connections.application.visitor;

import io.connections.application.inpage.PageCounts;
import io.connections.application.inpage.PageTally;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.visitor.PassedOnConsent.Named;
import io.connections.application.visitor.port.EventQueue;
import io.connections.application.visitor.port.EventQueue.Work;
import io.connections.application.visitor.port.VisitorRepository;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.kernel.Failure;
import io.connections.domain.kernel.Violation;
import io.connections.domain.visitor.Visitor;
import io.connections.domain.visitor.VisitorEvent;
import io.connections.domain.visitor.VisitorEvent.Consented;
import io.connections.domain.visitor.VisitorEvent.Identified;
import io.connections.domain.visitor.VisitorEvent.VariablesRead;
import io.connections.domain.visitor.VisitorId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Makes of what happened what is known of visitors. Many events at a time; where that fails, one
/// at a time, so that only what is wrong waits, and after some tries is set aside.
@Singleton
public final class VisitorEvents {
    static final int MOST_TRIES = 5;

    /// What somebody said, and who they are, is not given up within a day: a refusal would be lost.
    static final int MOST_TRIES_OF_A_STATEMENT = 30;

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_AT_ONCE = 500;
    private static final int MOST_ROUNDS = 200;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final UnitOfWork unitOfWork;
    private final EventQueue queue;
    private final VisitorRepository visitors;
    private final PassedOnConsent passedOn;
    private final PageImports imports;
    private final PageCounts counts;
    private final InstantSource clock;

    VisitorEvents(
            UnitOfWork unitOfWork,
            EventQueue queue,
            VisitorRepository visitors,
            PassedOnConsent passedOn,
            PageImports imports,
            PageCounts counts,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.queue = queue;
        this.visitors = visitors;
        this.passedOn = passedOn;
        this.imports = imports;
        this.counts = counts;
        this.clock = clock;
    }

    /// Until nothing is left to do for now. Others may do the same at the same time.
    public Uni<Void> workOff() {
        return Multi.createBy()
                .repeating()
                .uni(this::some)
                .whilst(more -> more)
                .select()
                .first(MOST_ROUNDS)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Boolean> some() {
        List<Work> taken = new ArrayList<>(1);
        return unitOfWork
                .run(
                        () ->
                                queue.take(clock.instant(), MOST_AT_ONCE)
                                        .invoke(
                                                work -> {
                                                    taken.clear();
                                                    work.ifPresent(taken::add);
                                                })
                                        .chain(
                                                work ->
                                                        work.map(
                                                                        some ->
                                                                                apply(
                                                                                                some
                                                                                                        .stripe(),
                                                                                                some
                                                                                                        .events())
                                                                                        .replaceWith(
                                                                                                true))
                                                                .orElseGet(
                                                                        () ->
                                                                                Uni.createFrom()
                                                                                        .item(
                                                                                                false))))
                .onFailure(_ -> !taken.isEmpty())
                .recoverWithUni(() -> eachVisitorAlone(taken.getFirst()).replaceWith(true));
    }

    private Uni<Void> eachVisitorAlone(Work work) {
        Map<VisitorId, List<QueuedEvent>> byVisitor = new LinkedHashMap<>();
        work.events()
                .forEach(
                        each ->
                                byVisitor
                                        .computeIfAbsent(
                                                each.event().visitor(), _ -> new ArrayList<>())
                                        .add(each));
        return Multi.createFrom()
                .iterable(byVisitor.values())
                .onItem()
                .transformToUniAndConcatenate(events -> inOrder(work.stripe(), events))
                .onItem()
                .ignoreAsUni();
    }

    /// Up to the first that has to be tried again.
    private Uni<Void> inOrder(int stripe, List<QueuedEvent> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(event -> alone(stripe, event))
                .select()
                .first(goesOn -> goesOn)
                .onItem()
                .ignoreAsUni();
    }

    /// @return whether what the visitor did next may be handled
    private Uni<Boolean> alone(int stripe, QueuedEvent event) {
        return unitOfWork
                .run(
                        () ->
                                queue.takeAgain(stripe, List.of(event.number()))
                                        .chain(events -> apply(stripe, events)))
                .replaceWith(true)
                .onFailure()
                .recoverWithUni(failure -> failed(stripe, event, failure));
    }

    private Uni<Boolean> failed(int stripe, QueuedEvent event, Throwable failure) {
        Instant now = clock.instant();
        int most = isTurn(event.event()) ? MOST_TRIES_OF_A_STATEMENT : MOST_TRIES;
        boolean forGood = event.tries() + 1 >= most;
        Duration pause = pause(event.tries());
        return unitOfWork
                .run(
                        () ->
                                forGood
                                        ? queue.setAside(stripe, event, reason(failure), now)
                                        : queue.tryAgain(stripe, event, now.plus(pause)))
                .replaceWith(forGood);
    }

    private static Duration pause(int tries) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << (2 * Math.min(tries, 10)));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /// Without what the event says: others than its visitor read this.
    private static String reason(Throwable failure) {
        return failure instanceof Failure expected
                ? expected.detail()
                : failure.getClass().getName();
    }

    private Uni<Void> apply(int stripe, List<QueuedEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<VisitorId> ids = new LinkedHashSet<>();
        events.forEach(each -> ids.add(each.event().visitor()));
        return visitors.find(ids)
                .chain(
                        known ->
                                whoWasThere(events, known)
                                        .chain(
                                                others ->
                                                        apply(
                                                                events,
                                                                new LinkedHashMap<>(known),
                                                                others)))
                .chain(() -> queue.done(stripe, events.stream().map(QueuedEvent::number).toList()));
    }

    /// Of what was said before somebody was named whom we know to be there since: who was named
    /// when it was said.
    ///
    /// @return by the number of the event; none where nobody was
    private Uni<Map<Long, Identified>> whoWasThere(
            List<QueuedEvent> events, Map<VisitorId, Visitor> known) {
        Map<VisitorId, Instant> named = new HashMap<>();
        known.forEach((id, visitor) -> visitor.namedAt().ifPresent(at -> named.put(id, at)));
        events.stream()
                .map(QueuedEvent::event)
                .filter(each -> each.what() instanceof Identified)
                .forEach(
                        each ->
                                named.merge(
                                        each.visitor(),
                                        each.at(),
                                        (one, other) -> one.isAfter(other) ? one : other));
        List<QueuedEvent> late =
                events.stream()
                        .filter(each -> each.event().what() instanceof Consented)
                        .filter(
                                each ->
                                        named.containsKey(each.event().visitor())
                                                && each.event()
                                                        .at()
                                                        .isBefore(
                                                                Objects.requireNonNull(
                                                                        named.get(
                                                                                each.event()
                                                                                        .visitor()))))
                        .toList();
        return late.isEmpty() ? Uni.createFrom().item(Map.of()) : queue.namedBefore(late);
    }

    /// What is done at a time, and the rest after it.
    ///
    /// @param named whose statements are passed on
    /// @param reads what pages said then
    private record Step(List<Named> named, List<PageRead> reads) {}

    private Uni<Void> apply(
            List<QueuedEvent> events, Map<VisitorId, Visitor> known, Map<Long, Identified> others) {
        List<VisitorStatement> statements = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        List<PageRead> reads = new ArrayList<>();
        List<Visitor> strangers = new ArrayList<>();
        Map<VisitorId, Visitor> turned = new LinkedHashMap<>();
        Set<VisitorId> concerned = new LinkedHashSet<>();
        for (QueuedEvent each : events) {
            VisitorEvent event = each.event();
            if (isTurn(event) && concerned.contains(event.visitor())) {
                steps.add(new Step(named(turned, known, strangers), List.copyOf(reads)));
                turned.clear();
                strangers.clear();
                concerned.clear();
                reads.clear();
            }
            Visitor before =
                    known.getOrDefault(event.visitor(), Visitor.met(event.visitor(), event.at()));
            List<ConsentStatement> said = Visitor.statements(event, each.evidence());
            requireSaidAlready(said);
            Visitor after = before.after(event, each.evidence());
            Identified other = others.get(each.number());
            if (other != null && before.isLate(event) && before.isSomebodyElse(other)) {
                after = after.afterSomebodyElse();
                strangers.add(
                        Visitor.met(event.visitor(), event.at())
                                .naming(other, event.at())
                                .after(event, each.evidence()));
            }
            known.put(event.visitor(), after);
            said.forEach(statement -> statements.add(kept(event, statement)));
            if (isTurn(event)) {
                turned.put(event.visitor(), before);
                concerned.add(event.visitor());
            } else if (event.what() instanceof VariablesRead read) {
                reads.add(new PageRead(each.number(), after, event, read));
                concerned.add(event.visitor());
            }
        }
        steps.add(new Step(named(turned, known, strangers), reads));
        return visitors.save(known.values().stream().filter(Visitor::isKnown).toList())
                .chain(() -> visitors.keep(statements))
                .chain(() -> take(steps));
    }

    private Uni<Void> take(List<Step> steps) {
        Map<ConnectionId, PageTally> done = new HashMap<>();
        return Multi.createFrom()
                .iterable(steps)
                .onItem()
                .transformToUniAndConcatenate(
                        step ->
                                passedOn.by(step.named())
                                        .chain(() -> imports.bring(step.reads(), done)))
                .onItem()
                .ignoreAsUni()
                .chain(() -> counts.write(done));
    }

    /// What a visitor says holds for whoever they are just then. Before the next is handled it is
    /// passed on, and what the page said is brought in: else somebody who is named a moment later
    /// would get what was said before, and a profile that is made would not hear what was said
    /// after.
    private static boolean isTurn(VisitorEvent event) {
        return event.what() instanceof Consented || event.what() instanceof Identified;
    }

    /// @param turned as they were before
    /// @param strangers who were there before, and of whom something is told now
    private static List<Named> named(
            Map<VisitorId, Visitor> turned,
            Map<VisitorId, Visitor> known,
            List<Visitor> strangers) {
        List<Named> named = new ArrayList<>();
        turned.forEach(
                (id, before) -> {
                    Visitor after = known.getOrDefault(id, before);
                    named.add(new Named(after, after.provenSince(before)));
                });
        strangers.forEach(each -> named.add(new Named(each, Set.of())));
        named.removeIf(each -> each.visitor().identities().isEmpty());
        return named;
    }

    /// A replica's clock that is ahead of this one's.
    private void requireSaidAlready(List<ConsentStatement> said) {
        for (ConsentStatement statement : said) {
            Optional<Violation> ahead =
                    ConsentStatement.violation("", statement.at(), clock.instant());
            if (ahead.isPresent()) {
                throw new CollectorBusy();
            }
        }
    }

    private static VisitorStatement kept(VisitorEvent event, ConsentStatement statement) {
        return new VisitorStatement(
                event.visitor(),
                statement,
                event.channel(),
                event.page().host().value() + event.page().pathAndQuery(),
                event.what() instanceof Consented consented
                        ? Optional.ofNullable(consented.shown().get(statement.objective()))
                        : Optional.empty(),
                event.receivedAt());
    }
}
