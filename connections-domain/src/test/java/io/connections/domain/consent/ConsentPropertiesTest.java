package io.connections.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.consent.ConsentGate.Verdict;
import io.connections.domain.consent.ConsentStatement.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

class ConsentPropertiesTest {
    private static final List<Zone> ZONES =
            List.of(
                    Zone.REST_OF_WORLD,
                    new Zone("gdpr"),
                    new Zone("ccpa"),
                    new Zone("lgpd"),
                    new Zone("pipeda"));
    private static final List<ObjectiveId> IDS =
            List.of(
                    new ObjectiveId("news"),
                    new ObjectiveId("ads"),
                    new ObjectiveId("shop"),
                    new ObjectiveId("science"));

    /// The sentence of the requirement, word by word, over a plain list of what was said: it asks
    /// neither the gate nor [Consents].
    private static boolean mayBeProcessed(
            PrivacySettings settings,
            List<Objective> linked,
            Zone own,
            List<ConsentStatement> history) {
        Zone zone = settings.zones().contains(own) ? own : Zone.REST_OF_WORLD;
        List<Objective> needing =
                linked.stream()
                        .filter(
                                objective ->
                                        objective.zones().contains(zone)
                                                || (zone.equals(Zone.REST_OF_WORLD)
                                                        && !settings.zones()
                                                                .containsAll(objective.zones())))
                        .toList();
        if (needing.isEmpty()) {
            return true;
        }
        return switch (settings.regimeOf(zone)) {
            case OPT_IN ->
                    needing.stream()
                            .anyMatch(
                                    each ->
                                            lastWord(each.id(), history)
                                                    .equals(Optional.of(Answer.GRANTED)));
            case OPT_OUT ->
                    needing.stream()
                            .noneMatch(
                                    each ->
                                            lastWord(each.id(), history)
                                                    .equals(Optional.of(Answer.REFUSED)));
        };
    }

    private static Optional<Answer> lastWord(ObjectiveId about, List<ConsentStatement> history) {
        List<ConsentStatement> said =
                history.stream().filter(each -> each.objective().equals(about)).toList();
        if (said.isEmpty()) {
            return Optional.empty();
        }
        Instant last =
                said.stream().map(ConsentStatement::at).max(Instant::compareTo).orElseThrow();
        boolean refused =
                said.stream()
                        .filter(each -> each.at().equals(last))
                        .anyMatch(each -> each.answer() == Answer.REFUSED);
        return Optional.of(refused ? Answer.REFUSED : Answer.GRANTED);
    }

    @Property(tries = 5000)
    @Tag("M26")
    void theGateDecidesAsTheSentenceSays(
            @ForAll("settings") PrivacySettings settings,
            @ForAll("objectives") List<Objective> linked,
            @ForAll("zones") Zone zone,
            @ForAll("histories") List<ConsentStatement> history) {
        ConsentGate gate =
                ConsentGate.of(settings, linked.stream().map(Objective::id).toList(), linked);

        Verdict verdict = gate.judge(new PrivacyState(zone, Consents.of(history)));

        assertThat(verdict instanceof Verdict.Allowed)
                .isEqualTo(mayBeProcessed(settings, linked, zone, history));
    }

    @Property
    @Tag("M27")
    void theNewerStatementWinsWhateverTheOrderOfArrival(
            @ForAll("histories") List<ConsentStatement> history, @ForAll long order) {
        List<ConsentStatement> shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, new Random(order));
        Consents atOnce = Consents.of(history);
        Consents oneByOne = Consents.NONE;
        for (ConsentStatement each : shuffled) {
            oneByOne = oneByOne.after(List.of(each));
        }

        assertThat(oneByOne).isEqualTo(atOnce).hasSameHashCodeAs(atOnce);
        for (ObjectiveId id : IDS) {
            assertThat(atOnce.about(id).map(ConsentStatement::answer))
                    .isEqualTo(lastWord(id, history));
        }
    }

    @Property
    @Tag("M27")
    void whatWasSaidBeforeChangesNothingWhenItIsSaidAgain(
            @ForAll("histories") List<ConsentStatement> history) {
        Consents consents = Consents.of(history);

        assertThat(consents.after(history)).isSameAs(consents);
    }

    @Provide
    Arbitrary<PrivacySettings> settings() {
        Arbitrary<Regime> regime = Arbitraries.of(Regime.class);
        Arbitrary<Map<Zone, Regime>> others =
                Arbitraries.maps(zones(), regime).ofMaxSize(ZONES.size()).map(HashMap::new);
        return Combinators.combine(regime, others).as(PrivacySettings::of);
    }

    @Provide
    Arbitrary<List<Objective>> objectives() {
        Arbitrary<Set<Zone>> where = zones().set().ofMaxSize(ZONES.size());
        return Arbitraries.of(IDS)
                .flatMap(id -> where.map(zones -> new Objective(id, id.value(), zones)))
                .list()
                .ofMaxSize(IDS.size())
                .uniqueElements(Objective::id);
    }

    @Provide
    Arbitrary<Zone> zones() {
        return Arbitraries.of(ZONES);
    }

    @Provide
    Arbitrary<List<ConsentStatement>> histories() {
        Arbitrary<Instant> at = Arbitraries.longs().between(0, 3).map(Instant.EPOCH::plusSeconds);
        return Combinators.combine(Arbitraries.of(IDS), Arbitraries.of(Answer.class), at)
                .as(
                        (about, answer, when) ->
                                new ConsentStatement(about, answer, when, new EvidenceId(1)))
                .list()
                .ofMaxSize(8);
    }
}
