package io.connections.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.consent.ConsentGate.Explanation;
import io.connections.domain.consent.ConsentGate.Unreadable;
import io.connections.domain.consent.ConsentGate.Verdict;
import io.connections.domain.consent.ConsentGate.Verdict.Allowed;
import io.connections.domain.consent.ConsentGate.Verdict.HeldBack;
import io.connections.domain.consent.ConsentGate.Verdict.Rule;
import io.connections.domain.consent.ConsentStatement.Answer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M26")
class ConsentGateTest {
    private static final Zone EUROPE = new Zone("gdpr");
    private static final Zone CALIFORNIA = new Zone("ccpa");
    private static final Zone BRAZIL = new Zone("lgpd");
    private static final PrivacySettings SETTINGS =
            PrivacySettings.of(
                    Regime.OPT_OUT, Map.of(EUROPE, Regime.OPT_IN, CALIFORNIA, Regime.OPT_OUT));
    private static final Objective NEWS =
            new Objective(new ObjectiveId("newsletter"), "Newsletter", Set.of(EUROPE, CALIFORNIA));
    private static final Objective ADS =
            new Objective(new ObjectiveId("ads"), "Advertising", Set.of(EUROPE, CALIFORNIA));
    private static final Objective HOME =
            new Objective(new ObjectiveId("home"), "At home", Set.of(Zone.REST_OF_WORLD));

    @Test
    void aConnectionWithoutObjectivesProcessesEveryProfile() {
        ConsentGate gate = gate();

        assertThat(gate.judge(in(EUROPE))).isEqualTo(Allowed.NO_OBJECTIVE);
        assertThat(gate.judge(in(EUROPE, refused(NEWS)))).isEqualTo(Allowed.NO_OBJECTIVE);
        assertThat(ConsentGate.forNoObjectives().judge(PrivacyState.UNKNOWN))
                .isEqualTo(Allowed.NO_OBJECTIVE);
    }

    @Test
    void whereNoObjectiveNeedsConsentNoneIsAskedFor() {
        assertThat(gate(HOME).judge(in(EUROPE, refused(HOME))))
                .isEqualTo(Allowed.CONSENT_NOT_NEEDED);
        assertThat(gate(NEWS).judge(PrivacyState.UNKNOWN)).isEqualTo(Allowed.CONSENT_NOT_NEEDED);
    }

    @Test
    void inAnOptInZoneOneOfTheObjectivesHasToBeGranted() {
        ConsentGate gate = gate(NEWS, ADS);

        assertThat(gate.judge(in(EUROPE, granted(ADS)))).isEqualTo(Allowed.GRANTED);
        assertThat(gate.judge(in(EUROPE, granted(ADS), refused(NEWS)))).isEqualTo(Allowed.GRANTED);
        assertThat(gate.judge(in(EUROPE)))
                .isEqualTo(
                        new HeldBack(
                                Rule.NOT_GRANTED,
                                List.of(NEWS.id(), ADS.id()),
                                "Not consented to \"Newsletter\" or \"Advertising\", which needs consent in the zone GDPR (opt-in)."));
        assertThat(gate.judge(in(EUROPE, refused(ADS)))).isEqualTo(gate.judge(in(EUROPE)));
    }

    @Test
    void consentToAnObjectiveThatNeedsNoneThereOpensNothing() {
        assertThat(gate(NEWS, HOME).judge(in(EUROPE, granted(HOME)))).isInstanceOf(HeldBack.class);
    }

    @Test
    void inAnOptOutZoneOneRefusalHoldsBackWhateverElseWasGranted() {
        ConsentGate gate = gate(NEWS, ADS);

        assertThat(gate.judge(in(CALIFORNIA))).isEqualTo(Allowed.NOT_REFUSED);
        assertThat(gate.judge(in(CALIFORNIA, granted(NEWS)))).isEqualTo(Allowed.NOT_REFUSED);
        assertThat(gate.judge(in(CALIFORNIA, granted(NEWS), refused(ADS))))
                .isEqualTo(
                        new HeldBack(
                                Rule.REFUSED,
                                List.of(ADS.id()),
                                "Refused \"Advertising\", in the zone CCPA (opt-out)."));
    }

    @Test
    void aZoneThatIsNotInUseCountsAsRestOfWorld() {
        assertThat(gate(HOME).judge(in(BRAZIL))).isEqualTo(Allowed.NOT_REFUSED);
        assertThat(gate(HOME).judge(in(BRAZIL, refused(HOME))))
                .isEqualTo(
                        new HeldBack(
                                Rule.REFUSED,
                                List.of(HOME.id()),
                                "Refused \"At home\", in the zone Rest of world (opt-out)."));
    }

    @Test
    void takingAZoneOutOfUseLetsNobodyThrough() {
        Objective local = new Objective(new ObjectiveId("local"), "Local", Set.of(BRAZIL));
        ConsentGate gate =
                ConsentGate.of(
                        PrivacySettings.of(Regime.OPT_IN, Map.of(EUROPE, Regime.OPT_IN)),
                        List.of(local.id()),
                        List.of(local));

        assertThat(gate.judge(in(BRAZIL))).isInstanceOf(HeldBack.class);
        assertThat(gate.judge(in(BRAZIL, granted(local)))).isEqualTo(Allowed.GRANTED);
        assertThat(gate.judge(in(EUROPE))).isEqualTo(Allowed.CONSENT_NOT_NEEDED);
        assertThat(gate.explain(in(BRAZIL)).objectives())
                .extracting(Explanation.Seen::needsConsent)
                .containsExactly(true);
    }

    @Test
    void anObjectiveThatThereIsNotLetsNobodyThrough() {
        ObjectiveId gone = new ObjectiveId("gone");
        ConsentGate gate = ConsentGate.of(SETTINGS, List.of(NEWS.id(), gone), List.of(NEWS));

        Verdict verdict =
                new HeldBack(
                        Rule.OBJECTIVE_UNKNOWN,
                        List.of(gone),
                        "There is no objective \"gone\" (any more), so nobody's consent can be known.");
        assertThat(gate.judge(in(EUROPE, granted(NEWS)))).isEqualTo(verdict);
        assertThat(gate.judge(PrivacyState.UNKNOWN)).isEqualTo(verdict);
        assertThat(gate.explain(in(EUROPE)).objectives())
                .extracting(Explanation.Seen::objective)
                .containsExactly(Optional.of(NEWS), Optional.empty());
    }

    @Test
    void aProfileWhoseConsentCouldNotBeReadIsHeldBack() {
        assertThat(gate(NEWS, ADS).judge(Unreadable.UNREADABLE))
                .isEqualTo(
                        new HeldBack(
                                Rule.CONSENT_UNREADABLE,
                                List.of(NEWS.id(), ADS.id()),
                                "The profile's consent could not be read."));
    }

    @Test
    void linkingAnObjectiveTwiceIsLinkingItOnce() {
        ConsentGate gate = ConsentGate.of(SETTINGS, List.of(NEWS.id(), NEWS.id()), List.of(NEWS));

        assertThat(gate.explain(in(EUROPE)).objectives()).hasSize(1);
    }

    @Test
    @Tag("M28")
    void explainingTellsWhatTheGateSaw() {
        PrivacyState state = in(BRAZIL, refused(HOME), granted(NEWS));
        ConsentGate gate = gate(NEWS, HOME, ADS);

        assertThat(gate.explain(state))
                .isEqualTo(
                        new Explanation(
                                BRAZIL,
                                Zone.REST_OF_WORLD,
                                Regime.OPT_OUT,
                                List.of(
                                        new Explanation.Seen(
                                                NEWS.id(),
                                                Optional.of(NEWS),
                                                false,
                                                Optional.of(granted(NEWS))),
                                        new Explanation.Seen(
                                                HOME.id(),
                                                Optional.of(HOME),
                                                true,
                                                Optional.of(refused(HOME))),
                                        new Explanation.Seen(
                                                ADS.id(),
                                                Optional.of(ADS),
                                                false,
                                                Optional.empty())),
                                gate.judge(state)));
    }

    private static ConsentGate gate(Objective... linked) {
        return ConsentGate.of(
                SETTINGS,
                Arrays.stream(linked).map(Objective::id).toList(),
                List.of(NEWS, ADS, HOME));
    }

    private static PrivacyState in(Zone zone, ConsentStatement... statements) {
        return new PrivacyState(zone, Consents.of(List.of(statements)));
    }

    private static ConsentStatement granted(Objective objective) {
        return new ConsentStatement(
                objective.id(), Answer.GRANTED, Instant.EPOCH, new EvidenceId(1));
    }

    private static ConsentStatement refused(Objective objective) {
        return new ConsentStatement(
                objective.id(), Answer.REFUSED, Instant.EPOCH, new EvidenceId(1));
    }
}
