package io.connections.domain.visitor;

import static io.connections.domain.visitor.VisitorFixtures.NOON;
import static io.connections.domain.visitor.VisitorFixtures.aPageView;
import static io.connections.domain.visitor.VisitorFixtures.aVisitor;
import static io.connections.domain.visitor.VisitorFixtures.claimed;
import static io.connections.domain.visitor.VisitorFixtures.event;
import static io.connections.domain.visitor.VisitorFixtures.granted;
import static io.connections.domain.visitor.VisitorFixtures.proven;
import static io.connections.domain.visitor.VisitorFixtures.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.channel.ChannelFixtures;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.Zone;
import io.connections.domain.profile.Identifier;
import io.connections.domain.visitor.VisitorEvent.Identified;
import io.connections.domain.visitor.VisitorEvent.What;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M25")
@Tag("M27")
class VisitorTest {
    private static final EvidenceId EVIDENCE = new EvidenceId(3);

    private final VisitorId ada = aVisitor();

    /// Of what was said the latest counts, of where the visitor is too.
    @Property(tries = 200)
    @net.jqwik.api.Tag("M27")
    void inWhateverOrderEventsArriveTheVisitorIsTheSame(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int amount) {
        Random random = new Random(seed);
        List<VisitorEvent> events = new ArrayList<>();
        for (int i = 0; i < amount; i++) {
            What what =
                    switch (random.nextInt(3)) {
                        case 0 -> granted("ads");
                        case 1 -> refused("ads");
                        default -> aPageView();
                    };
            events.add(inZone(random.nextBoolean() ? "gdpr" : "ccpa", NOON.plusSeconds(i), what));
        }
        List<VisitorEvent> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);

        assertThat(after(shuffled)).isEqualTo(after(events));
    }

    private VisitorEvent inZone(String zone, Instant at, What what) {
        return new VisitorEvent(
                VisitorFixtures.SHOP,
                ada,
                new EventId("x"),
                at,
                NOON,
                Optional.of(new Zone(zone)),
                ChannelFixtures.page("https://shop.example/"),
                what);
    }

    private Visitor after(List<VisitorEvent> events) {
        Visitor visitor = Visitor.met(ada, events.getFirst().at());
        for (VisitorEvent event : events) {
            visitor = visitor.after(event, EVIDENCE);
        }
        return visitor;
    }

    @Test
    void grantingAndRefusingAtOnceIsRefusing() {
        Visitor visitor =
                after(List.of(event(ada, "1", granted("ads")), event(ada, "2", refused("ads"))));

        assertThat(visitor.privacy().consents().say(Answer.REFUSED, new ObjectiveId("ads")))
                .isTrue();
    }

    @Test
    void aClaimCarriesRefusalsAlone() {
        Visitor visitor =
                after(
                        List.of(
                                event(ada, "1", granted("news")),
                                event(ada, "2", refused("ads")),
                                event(ada, "3", claimed(7, "ada@example.com"))));

        assertThat(reaching(visitor, 7)).containsExactly("ads");
    }

    @Test
    void withAProofGrantsAreCarriedTooAlsoThoseOfBefore() {
        Visitor visitor =
                after(
                        List.of(
                                event(ada, "1", granted("news")),
                                event(ada, "2", refused("ads")),
                                event(ada, "3", NOON.plusSeconds(1), proven(7, "ada@example.com")),
                                event(
                                        ada,
                                        "4",
                                        NOON.plusSeconds(2),
                                        claimed(7, "ada@example.com"))));

        assertThat(reaching(visitor, 7)).containsExactlyInAnyOrder("ads", "news");
    }

    /// At the till of a shop everybody uses the same browser.
    @Test
    void whatSomebodyElseGrantedBeforeIsNotCarried() {
        Visitor visitor =
                after(
                        List.of(
                                event(ada, "1", NOON, proven(7, "ada@example.com")),
                                event(ada, "2", NOON.plusSeconds(1), granted("news")),
                                event(ada, "3", NOON.plusSeconds(2), refused("ads")),
                                event(ada, "4", NOON.plusSeconds(3), proven(7, "ben@example.com")),
                                event(ada, "5", NOON.plusSeconds(4), granted("shop"))));

        assertThat(visitor.identities()).hasSize(1);
        assertThat(reaching(visitor, 7)).containsExactlyInAnyOrder("ads", "shop");
    }

    @Test
    void whoeverIsNamedWithoutAProofAfterSomebodyProvenIsNotProven() {
        Visitor visitor =
                after(
                        List.of(
                                event(ada, "1", proven(7, "ada@example.com")),
                                event(ada, "2", claimed(7, "ben@example.com")),
                                event(ada, "3", NOON.plusSeconds(1), granted("news"))));

        assertThat(reaching(visitor, 7)).isEmpty();
    }

    @Test
    void whatOneGrantedDoesNotReachTheNextByAnIdentifierThatIsNew() {
        Visitor visitor =
                after(
                        List.of(
                                event(ada, "1", NOON, proven(7, "bob@example.com")),
                                event(ada, "2", NOON.plusSeconds(1), granted("ads")),
                                event(
                                        ada,
                                        "3",
                                        NOON.plusSeconds(2),
                                        proven(7, "alice@example.com", 8, "L-1"))));

        assertThat(reaching(visitor, 7)).isEmpty();
        assertThat(reaching(visitor, 8)).isEmpty();
    }

    @Test
    void whatTheNextGrantsDoesNotReachTheOneBeforeByWhatIsNotNamedAnyMore() {
        Visitor visitor =
                after(
                        List.of(
                                event(ada, "1", NOON, proven(7, "bob@example.com", 8, "L-1")),
                                event(
                                        ada,
                                        "2",
                                        NOON.plusSeconds(1),
                                        proven(7, "alice@example.com")),
                                event(ada, "3", NOON.plusSeconds(2), granted("ads"))));

        assertThat(visitor.identities()).containsOnlyKeys(7);
        assertThat(reaching(visitor, 7)).containsExactly("ads");
    }

    @Test
    void whoIsNamedByWhatWasNotKnownBeforeMayBeAnother() {
        Visitor visitor =
                after(
                        List.of(
                                event(ada, "1", NOON, proven(7, "bob@example.com")),
                                event(ada, "2", NOON.plusSeconds(1), granted("ads")),
                                event(ada, "3", NOON.plusSeconds(2), proven(8, "L-1")),
                                event(ada, "4", NOON.plusSeconds(3), granted("shop")),
                                event(ada, "5", NOON.plusSeconds(4), refused("news"))));

        assertThat(visitor.identities()).containsOnlyKeys(8);
        assertThat(reaching(visitor, 8)).containsExactlyInAnyOrder("shop", "news");
    }

    @Test
    void whoComesBackAfterAnotherGetsNothingThatTheOtherGranted() {
        Visitor visitor =
                after(
                        List.of(
                                event(ada, "1", NOON, proven(7, "bob@example.com")),
                                event(ada, "2", NOON.plusSeconds(1), proven(8, "L-1")),
                                event(ada, "3", NOON.plusSeconds(2), granted("ads")),
                                event(ada, "4", NOON.plusSeconds(3), proven(7, "bob@example.com")),
                                event(ada, "5", NOON.plusSeconds(4), granted("shop"))));

        assertThat(visitor.identities()).containsOnlyKeys(7);
        assertThat(reaching(visitor, 7)).containsExactly("shop");
    }

    @Test
    void whatIsOnlyClaimedBesideAProofLeadsToNobodyElse() {
        Visitor visitor =
                after(
                        List.of(
                                event(ada, "1", NOON, proven(7, "bob@example.com")),
                                event(ada, "2", NOON.plusSeconds(1), granted("ads")),
                                event(
                                        ada,
                                        "3",
                                        NOON.plusSeconds(2),
                                        claimed(7, "bob@example.com", 8, "L-1")),
                                event(ada, "4", NOON.plusSeconds(3), proven(8, "L-1"))));

        assertThat(visitor.identities()).containsOnlyKeys(8);
        assertThat(reaching(visitor, 8)).isEmpty();
    }

    @Test
    void whoIsNamedByMoreThanBeforeIsTheSame() {
        Visitor visitor =
                after(
                        List.of(
                                event(ada, "1", NOON, proven(7, "bob@example.com")),
                                event(ada, "2", NOON.plusSeconds(1), granted("ads")),
                                event(
                                        ada,
                                        "3",
                                        NOON.plusSeconds(2),
                                        proven(7, "bob@example.com", 8, "L-1"))));

        assertThat(reaching(visitor, 7)).containsExactly("ads");
        assertThat(reaching(visitor, 8)).containsExactly("ads");
    }

    private static List<String> reaching(Visitor visitor, int property) {
        return visitor.reaching(Objects.requireNonNull(visitor.identities().get(property))).stream()
                .map(ConsentStatement::objective)
                .map(ObjectiveId::value)
                .toList();
    }

    @Test
    void whoIsToldOfLateDoesNotTakeThePlaceOfWhoeverWasNamedSince() {
        Visitor visitor =
                Visitor.met(ada, NOON)
                        .after(
                                event(ada, "2", NOON.plusSeconds(2), proven(7, "ben@b.example")),
                                EVIDENCE)
                        .after(
                                event(ada, "1", NOON.plusSeconds(1), proven(7, "ada@a.example")),
                                EVIDENCE);

        assertThat(visitor.identities().get(7))
                .extracting(each -> each.identifier().value())
                .isEqualTo("ben@b.example");
        assertThat(visitor.namedAt()).contains(NOON.plusSeconds(2));
    }

    @Test
    @Tag("M26")
    void ofAPersonEverythingThatWasRefusedIsKnownAndGrantsOnlyWhereProvablyTheirs() {
        Visitor visitor =
                after(
                        List.of(
                                inZone("gdpr", NOON, proven(7, "ben@example.com")),
                                event(ada, "2", NOON.plusSeconds(1), granted("ads")),
                                event(ada, "3", NOON.plusSeconds(2), refused("news")),
                                event(
                                        ada,
                                        "4",
                                        NOON.plusSeconds(3),
                                        proven(7, "ada@example.com"))));

        assertThat(said(visitor, "ben@example.com")).containsExactly("news REFUSED");
        assertThat(said(visitor, "ada@example.com")).containsExactly("news REFUSED");
        Visitor later =
                visitor.after(event(ada, "5", NOON.plusSeconds(4), granted("ads")), EVIDENCE);
        assertThat(said(later, "ada@example.com")).containsExactly("ads GRANTED", "news REFUSED");
        assertThat(said(later, "ben@example.com")).containsExactly("news REFUSED");
        assertThat(later.privacyOf(List.of(new Identifier(7, "ada@example.com"))).zone())
                .isEqualTo(new Zone("gdpr"));
    }

    /// Who signs in on a page has often said something there before.
    @Test
    @Tag("M26")
    void whoIsNamedTheFirstTimeBringsAlongWhatWasGrantedBefore() {
        Visitor visitor =
                after(List.of(event(ada, "1", NOON, granted("ads"))))
                        .naming(
                                new Identified(List.of(new Identifier(7, "ada@example.com")), true),
                                NOON.plusSeconds(1));

        assertThat(said(visitor, "ada@example.com")).containsExactly("ads GRANTED");
    }

    private static List<String> said(Visitor visitor, String email) {
        return visitor.privacyOf(List.of(new Identifier(7, email))).consents().all().stream()
                .map(each -> each.objective().value() + " " + each.answer())
                .sorted()
                .toList();
    }
}
