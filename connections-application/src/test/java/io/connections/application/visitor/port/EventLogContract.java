package io.connections.application.visitor.port;

import static io.connections.domain.visitor.VisitorFixtures.aPageView;
import static io.connections.domain.visitor.VisitorFixtures.aVisitor;
import static io.connections.domain.visitor.VisitorFixtures.added;
import static io.connections.domain.visitor.VisitorFixtures.claimed;
import static io.connections.domain.visitor.VisitorFixtures.event;
import static io.connections.domain.visitor.VisitorFixtures.granted;
import static io.connections.domain.visitor.VisitorFixtures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.visitor.VisitorEvent;
import io.connections.domain.visitor.VisitorId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every log of events does.
@Tag("M25")
public abstract class EventLogContract {
    private final VisitorId ada = aVisitor();
    private final VisitorId ben = aVisitor();

    protected abstract EventLog log();

    /// The events of a visitor that are kept and not handled yet, in the order in which they came.
    protected abstract List<VisitorEvent> kept(VisitorId visitor);

    protected abstract <T> T await(Supplier<Uni<T>> work);

    @Test
    void eventsOfEveryKindAreKeptAsTheyCame() {
        List<VisitorEvent> events =
                List.of(
                        event(ada, "1", aPageView()),
                        event(ada, "2", added()),
                        event(ada, "3", claimed(7, "ada@example.com")),
                        event(ada, "4", granted("newsletter", "ads")),
                        event(ada, "5", refused("ads")));

        await(() -> log().append(events));

        assertThat(kept(ada)).isEqualTo(events);
    }

    @Test
    void theSameEventSentAgainCountsOnce() {
        VisitorEvent first = event(ada, "1", aPageView());
        VisitorEvent second = event(ada, "2", added());
        await(() -> log().append(List.of(first)));

        await(() -> log().append(List.of(event(ada, "1", added()), second, second)));

        assertThat(kept(ada)).containsExactly(first, second);
    }

    @Test
    void twoVisitorsMayNameTheirEventsAlike() {
        VisitorEvent adas = event(ada, "1", aPageView());
        VisitorEvent bens = event(ben, "1", added());

        await(() -> log().append(List.of(adas, bens)));

        assertThat(kept(ada)).containsExactly(adas);
        assertThat(kept(ben)).containsExactly(bens);
    }

    @Test
    void textsOfEveryScriptComeBack() {
        VisitorEvent event =
                event(
                        ada,
                        "1",
                        new VisitorEvent.PageViewed(
                                "„Grüße“ 你好 \uD83D\uDC4B \"\\\n\t", "{\"a\":1}"));

        await(() -> log().append(List.of(event)));

        assertThat(kept(ada)).containsExactly(event);
    }
}
