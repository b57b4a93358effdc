package io.connections.domain.discovery;

import static io.connections.domain.discovery.DiscoveryFixtures.HEATMAP;
import static io.connections.domain.discovery.DiscoveryFixtures.SHOP_MAIL;
import static io.connections.domain.discovery.DiscoveryFixtures.VOCABULARY;
import static io.connections.domain.discovery.DiscoveryFixtures.system;
import static io.connections.domain.discovery.DiscoveryFixtures.type;
import static io.connections.domain.discovery.Freshness.BATCH;
import static io.connections.domain.discovery.Freshness.REAL_TIME;
import static io.connections.domain.discovery.Wish.ACTIVATE_AUDIENCES;
import static io.connections.domain.discovery.Wish.BRING_DATA_IN;
import static io.connections.domain.discovery.Wish.SEND_DATA_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.ConnectionType.GoalKind;
import io.connections.domain.catalog.ConnectionType.Mode;
import io.connections.domain.discovery.Proposal.Suggested;
import io.connections.domain.discovery.Reason.Verdict;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M3")
class AdviceTest {
    private static final ConnectionType SFTP = type("sftp", "SFTP");
    private static final ConnectionType MAIL = type("shop-mail", "Shop Mail");
    private static final List<ConnectionType> SHIPPED = List.of(SFTP, MAIL);

    @Test
    void theTypeThatIsMadeForASystemIsProposedWithItsReasons() {
        Advice advice = advice(SHIPPED, wanted(List.of(SHOP_MAIL), BATCH, BRING_DATA_IN));

        assertThat(advice.proposals()).hasSize(1);
        Proposal proposal = advice.proposals().getFirst();
        assertThat(proposal.type()).isEqualTo(MAIL);
        assertThat(proposal.fits()).isTrue();
        assertThat(proposal.universal()).isFalse();
        assertThat(proposal.connections()).containsExactly(new Suggested("Shop Mail", "Shop Mail"));
        assertThat(proposal.reasons())
                .containsExactly(
                        new Reason(
                                Verdict.MADE_FOR_SYSTEM,
                                "You use Shop Mail, and this type is made for it."),
                        new Reason(Verdict.MEETS_WISH, "It can bring data in."),
                        new Reason(Verdict.FRESH_ENOUGH, "It works in batches, as you want."));
        assertThat(proposal.gaps()).isEmpty();
        assertThat(advice.withoutType()).isEmpty();
        assertThat(advice.unmet()).isEmpty();
    }

    @Test
    void aSystemWithoutATypeIsSaidToHaveNoneAndTheUniversalOneIsOffered() {
        Advice advice = advice(SHIPPED, wanted(List.of(HEATMAP), BATCH, BRING_DATA_IN));

        assertThat(advice.withoutType()).containsExactly("Heatmap");
        Proposal proposal = advice.proposals().getFirst();
        assertThat(proposal.type()).isEqualTo(SFTP);
        assertThat(proposal.universal()).isTrue();
        assertThat(proposal.connections())
                .containsExactly(new Suggested("Heatmap", "Heatmap by SFTP"));
        assertThat(proposal.reasons())
                .first()
                .isEqualTo(
                        new Reason(
                                Verdict.SERVES_ANY_SYSTEM,
                                "It serves systems that have no type of their own. It has to write"
                                        + " files."));
    }

    @Test
    void systemsThatNobodyKnowsAreServedToo() {
        Advice advice =
                Advice.of(
                        new Wanted(
                                List.of(HEATMAP),
                                List.of("Our tills"),
                                Set.of(BRING_DATA_IN),
                                BATCH),
                        VOCABULARY,
                        SHIPPED);

        assertThat(advice.withoutType()).containsExactly("Heatmap", "Our tills");
        assertThat(advice.proposals().getFirst().connections())
                .extracting(Suggested::name)
                .containsExactly("Heatmap by SFTP", "Our tills by SFTP");
    }

    @Test
    void theUniversalTypeIsNotOfferedWhereEverySystemHasItsOwn() {
        assertThat(types(advice(SHIPPED, wanted(List.of(SHOP_MAIL), BATCH, BRING_DATA_IN))))
                .containsExactly("Shop Mail");
    }

    @Test
    void aTypeThatIsNotShippedIsNotProposed() {
        Advice advice = advice(List.of(SFTP), wanted(List.of(SHOP_MAIL), BATCH, BRING_DATA_IN));

        assertThat(types(advice)).containsExactly("SFTP");
        assertThat(advice.withoutType()).containsExactly("Shop Mail");
    }

    @Test
    void aTypeThatIsMadeForASystemStandsBeforeAUniversalOneWhateverItsName() {
        assertThat(
                        types(
                                advice(
                                        SHIPPED,
                                        wanted(List.of(HEATMAP, SHOP_MAIL), BATCH, BRING_DATA_IN))))
                .containsExactly("Shop Mail", "SFTP");
    }

    @Test
    void whoMeetsMoreWishesComesFirstThenWhoIsFreshEnoughThenByName() {
        Set<GoalKind> imports = Set.of(GoalKind.IMPORT_PROFILES);
        List<ConnectionType> shipped =
                List.of(
                        type("a", "A", Mode.BATCH, Set.of(), List.of()),
                        type("b", "B", Mode.BATCH, imports, List.of()),
                        type("c", "C", Mode.CONTINUOUS, imports, List.of()),
                        type("d", "D", Mode.BATCH, imports, List.of()));
        List<KnownSystem> systems =
                shipped.stream()
                        .map(
                                type ->
                                        system(
                                                type.id().value(),
                                                type.name(),
                                                "Marketing",
                                                type.id().value(),
                                                "x.example"))
                        .toList();

        Advice advice = advice(shipped, wanted(systems, REAL_TIME, BRING_DATA_IN));

        assertThat(types(advice)).containsExactly("C", "B", "D", "A");
        assertThat(advice.proposals().getLast().fits()).isFalse();
    }

    @Test
    void aWishThatATypeCannotMeetIsSaidOfIt() {
        Proposal proposal =
                advice(SHIPPED, wanted(List.of(SHOP_MAIL), REAL_TIME, BRING_DATA_IN, SEND_DATA_OUT))
                        .proposals()
                        .getFirst();

        assertThat(proposal.gaps())
                .containsExactly(
                        new Reason(Verdict.LACKS_WISH, "It cannot send data out yet."),
                        new Reason(
                                Verdict.NOT_FRESH_ENOUGH,
                                "It works in batches, not in real time."));
    }

    @Test
    void aWishThatNoTypeMeetsIsSaidToBeUnmet() {
        Advice advice =
                advice(
                        SHIPPED,
                        wanted(List.of(SHOP_MAIL), REAL_TIME, SEND_DATA_OUT, ACTIVATE_AUDIENCES));

        assertThat(advice.unmet())
                .extracting(Reason::message)
                .containsExactly(
                        "No connection type can send data out yet.",
                        "No connection type can activate audiences yet.",
                        "No connection type can work in real time yet.");
        assertThat(advice.proposals().getFirst().fits()).isFalse();
    }

    @Test
    void aWishThatOnlyTypesOfOtherSystemsMeetIsSaidSo() {
        ConnectionType instant =
                type(
                        "instant",
                        "Instant",
                        Mode.CONTINUOUS,
                        Set.of(GoalKind.IMPORT_PROFILES),
                        List.of());

        Advice advice =
                advice(
                        List.of(SFTP, MAIL, instant),
                        wanted(List.of(SHOP_MAIL), REAL_TIME, BRING_DATA_IN));

        assertThat(advice.unmet())
                .extracting(Reason::message)
                .containsExactly("None of the types for these systems can work in real time yet.");
    }

    @Test
    void whatWorksInRealTimeServesWhoWantsBatches() {
        assertThat(REAL_TIME.serves(BATCH)).isTrue();
        assertThat(BATCH.serves(REAL_TIME)).isFalse();
    }

    private static Advice advice(List<ConnectionType> shipped, Wanted wanted) {
        return Advice.of(wanted, VOCABULARY, shipped);
    }

    private static Wanted wanted(List<KnownSystem> systems, Freshness freshness, Wish... wishes) {
        return new Wanted(systems, List.of(), Set.of(wishes), freshness);
    }

    private static List<String> types(Advice advice) {
        return advice.proposals().stream().map(proposal -> proposal.type().name()).toList();
    }
}
