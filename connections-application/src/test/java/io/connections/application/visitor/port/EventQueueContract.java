package io.connections.application.visitor.port;

import static io.connections.domain.visitor.VisitorFixtures.NOON;
import static io.connections.domain.visitor.VisitorFixtures.aPageView;
import static io.connections.domain.visitor.VisitorFixtures.aVisitor;
import static io.connections.domain.visitor.VisitorFixtures.claimed;
import static io.connections.domain.visitor.VisitorFixtures.event;
import static io.connections.domain.visitor.VisitorFixtures.granted;
import static io.connections.domain.visitor.VisitorFixtures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.application.visitor.QueuedEvent;
import io.connections.application.visitor.port.EventQueue.Work;
import io.connections.domain.visitor.VisitorEvent;
import io.connections.domain.visitor.VisitorEvent.Consented;
import io.connections.domain.visitor.VisitorId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every queue of events does.
@Tag("M25")
public abstract class EventQueueContract {
    private static final int MANY = 1_000;

    private final VisitorId ada = aVisitor();

    protected abstract EventQueue queue();

    protected abstract void append(List<VisitorEvent> events);

    /// Why events of the visitor were set aside.
    protected abstract List<String> reasons(VisitorId visitor);

    /// Runs it in a unit of work and waits for what it answers.
    protected abstract <T> T await(Supplier<Uni<T>> work);

    /// The queue may be shared.
    @BeforeEach
    void nothingWaits() {
        Optional<Work> some = take(NOON.plusSeconds(1_000_000));
        while (some.isPresent()) {
            Work work = some.get();
            await(
                    () ->
                            queue().done(
                                            work.stripe(),
                                            work.events().stream()
                                                    .map(QueuedEvent::number)
                                                    .toList()));
            some = take(NOON.plusSeconds(1_000_000));
        }
    }

    @Test
    void whatWaitsIsTakenInItsOrderUntilItIsDone() {
        VisitorEvent first = event(ada, "1", granted("ads"));
        VisitorEvent second = event(ada, "2", NOON.minusSeconds(9), aPageView());
        append(List.of(first, second));

        Work work = take(NOON).orElseThrow();
        Work again = take(NOON).orElseThrow();
        await(() -> queue().done(work.stripe(), List.of(work.events().getFirst().number())));
        Work rest = take(NOON).orElseThrow();
        await(() -> queue().done(rest.stripe(), List.of(rest.events().getFirst().number())));

        assertThat(work.events()).extracting(QueuedEvent::event).containsExactly(first, second);
        assertThat(work.events()).extracting(QueuedEvent::tries).containsExactly(0, 0);
        assertThat(again).isEqualTo(work);
        assertThat(rest.events()).isEqualTo(work.events().subList(1, 2));
        assertThat(take(NOON)).isEmpty();
    }

    @Test
    void noMoreAreTakenThanWanted() {
        append(
                List.of(
                        event(ada, "1", aPageView()),
                        event(ada, "2", aPageView()),
                        event(ada, "3", aPageView())));

        Work work = await(() -> queue().take(NOON, 2)).orElseThrow();

        assertThat(work.events())
                .extracting(each -> each.event().id().value())
                .containsExactly("1", "2");
    }

    @Test
    void ofAVisitorWhoseEventIsTriedAgainLaterNothingIsTakenUntilThen() {
        VisitorId other = inTheStripeOf(ada);
        append(List.of(event(ada, "1", aPageView()), event(ada, "2", aPageView())));
        append(List.of(event(other, "3", aPageView())));
        Work work = take(NOON).orElseThrow();

        await(() -> queue().tryAgain(work.stripe(), work.events().getFirst(), NOON.plusSeconds(5)));

        assertThat(ids(take(NOON))).containsExactly("3");
        assertThat(ids(take(NOON.plusSeconds(5)))).containsExactly("1", "2", "3");
        assertThat(take(NOON.plusSeconds(5)).orElseThrow().events())
                .extracting(QueuedEvent::tries)
                .containsExactly(1, 0, 0);
    }

    @Test
    void whatIsSetAsideHoldsNobodyUp() {
        append(List.of(event(ada, "1", aPageView()), event(ada, "2", aPageView())));
        Work work = take(NOON).orElseThrow();

        await(
                () ->
                        queue().setAside(
                                        work.stripe(),
                                        work.events().getFirst(),
                                        "It cannot be.",
                                        NOON));

        assertThat(ids(take(NOON))).containsExactly("2");
        assertThat(reasons(ada)).containsExactly("It cannot be.");
    }

    @Test
    void whatIsDoneMeanwhileIsNotTakenAgain() {
        append(List.of(event(ada, "1", aPageView()), event(ada, "2", aPageView())));
        Work work = take(NOON).orElseThrow();
        List<Long> both = work.events().stream().map(QueuedEvent::number).toList();
        await(() -> queue().done(work.stripe(), both.subList(0, 1)));

        List<QueuedEvent> again = await(() -> queue().takeAgain(work.stripe(), both));

        assertThat(again).isEqualTo(work.events().subList(1, 2));
    }

    @Test
    void whatVisitorsSaidAndWhoTheyAreIsKnownWhileItWaits() {
        VisitorId ben = aVisitor();
        append(
                List.of(
                        event(ada, "1", granted("ads")),
                        event(ada, "2", aPageView()),
                        event(ada, "3", claimed(7, "ada@example.com")),
                        event(ada, "4", refused("ads"))));
        append(List.of(event(ben, "5", refused("ads"))));
        append(List.of(event(aVisitor(), "6", refused("ads"))));

        assertThat(await(() -> queue().waitingStatements(List.of(ada, ben))))
                .extracting(each -> each.event().id().value())
                .containsExactly("1", "3", "4", "5");
        assertThat(await(() -> queue().waitingStatements(List.of()))).isEmpty();
    }

    @Test
    @Tag("M27")
    void whoWasNamedBeforeSomethingWasSaidIsKnownAlsoWhenSomebodyElseWasNamedSince() {
        append(
                List.of(
                        event(ada, "1", NOON.minusSeconds(60), claimed(7, "ada@example.com")),
                        event(ada, "2", NOON.minusSeconds(20), claimed(7, "ben@example.com")),
                        event(ada, "3", NOON.minusSeconds(40), refused("ads")),
                        event(ada, "4", NOON.minusSeconds(70), refused("ads")),
                        event(ada, "5", NOON.minusSeconds(20), refused("ads")),
                        event(aVisitor(), "6", NOON, refused("ads"))));
        List<QueuedEvent> said =
                await(() -> queue().waitingStatements(List.of(ada))).stream()
                        .filter(each -> each.event().what() instanceof Consented)
                        .toList();

        assertThat(await(() -> queue().namedBefore(said)))
                .isEqualTo(
                        Map.of(
                                said.get(0).number(),
                                claimed(7, "ada@example.com"),
                                said.get(2).number(),
                                claimed(7, "ben@example.com")));
    }

    protected static VisitorId inTheStripeOf(VisitorId one) {
        VisitorId other = aVisitor();
        while (other.stripe(16) != one.stripe(16)) {
            other = aVisitor();
        }
        return other;
    }

    private Optional<Work> take(Instant now) {
        return await(() -> queue().take(now, MANY));
    }

    private static List<String> ids(Optional<Work> work) {
        List<String> ids = new ArrayList<>();
        work.ifPresent(some -> some.events().forEach(each -> ids.add(each.event().id().value())));
        return ids;
    }
}
