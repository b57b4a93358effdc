package io.connections.domain.goal;

import static io.connections.domain.goal.GoalFixtures.aGoal;
import static io.connections.domain.goal.GoalFixtures.record;
import static io.connections.domain.goal.GoalFixtures.row;
import static io.connections.domain.profile.ProfileFixtures.aProperty;
import static io.connections.domain.profile.ProfileFixtures.anIdentifier;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.ConsentGate.Verdict;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.Consents;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacySettings;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.consent.Regime;
import io.connections.domain.consent.Zone;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyType;
import io.connections.domain.profile.PropertyValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/// Whole imports against the gate: who was written is whom it allows.
class ImportAndGateTest {
    private static final ProfileProperty CUSTOMER =
            anIdentifier(1, "customer", new PropertyType.Text());
    private static final ProfileProperty NAME = aProperty(2, "name", new PropertyType.Text());
    private static final ImportPlan PLAN =
            ImportPlan.of(
                    aGoal().matchedBy(CUSTOMER)
                            .mapping(row("id", CUSTOMER), row("name", NAME))
                            .build(),
                    List.of(CUSTOMER, NAME));
    private static final int KNOWN_CUSTOMERS = 3;
    private static final List<Zone> ZONES =
            List.of(Zone.REST_OF_WORLD, new Zone("gdpr"), new Zone("ccpa"), new Zone("lgpd"));
    private static final List<ObjectiveId> OBJECTIVES =
            List.of(new ObjectiveId("news"), new ObjectiveId("ads"));
    private static final ImportPlan PLAN_WITH_CONSENT =
            ImportPlan.of(
                    aGoal().matchedBy(CUSTOMER)
                            .mapping(row("id", CUSTOMER), row("name", NAME))
                            .consent("zone", new ConsentMeaning.InZone())
                            .consent("news", new ConsentMeaning.AnswerTo(OBJECTIVES.get(0)))
                            .consent("ads", new ConsentMeaning.AnswerTo(OBJECTIVES.get(1)))
                            .consent("at", new ConsentMeaning.StatedAt())
                            .build(),
                    List.of(CUSTOMER, NAME),
                    Set.copyOf(OBJECTIVES),
                    Instant.EPOCH);
    private static final int NEW_CUSTOMERS = 3;

    @Property
    @Tag("M26")
    void whoIsWrittenIsWhomTheGateAllows(
            @ForAll("gates") ConsentGate gate,
            @ForAll("states") List<PrivacyState> states,
            @ForAll @IntRange(min = 1, max = 9) int chunk) {
        Customers customers = new Customers(CUSTOMER, NAME);
        Map<ProfileId, PrivacyState> before = new LinkedHashMap<>();
        for (int i = 0; i < states.size(); i++) {
            before.put(customers.has(named("c" + i, "Before"), states.get(i)), states.get(i));
        }
        int records = states.size() + NEW_CUSTOMERS;

        for (int from = 0; from < records; from += chunk) {
            InputRecord[] part = new InputRecord[Math.min(chunk, records - from)];
            for (int i = 0; i < part.length; i++) {
                part[i] = record(from + i + 1, "id", "c" + (from + i), "name", "After");
            }
            customers.take(PLAN, gate, part);
        }

        long allowed = before.values().stream().filter(state -> allows(gate, state)).count();
        long made = allows(gate, PrivacyState.UNKNOWN) ? NEW_CUSTOMERS : 0;
        before.forEach(
                (id, state) ->
                        assertThat(customers.profile(id).values().of(NAME.number()))
                                .containsExactly(allows(gate, state) ? "After" : "Before"));
        assertThat(customers.all()).hasSize((int) (states.size() + made));
        assertThat(customers.counts())
                .isEqualTo(new Counts(made, allowed, 0, records - made - allowed, 0, 0, 0));
    }

    /// What one record of a file says.
    ///
    /// @param zone blank: nothing of it
    /// @param news yes, no or blank, as `ads`
    /// @param second since the epoch at which the person said it, once each
    record Line(int customer, String zone, String news, String ads, int second) {
        InputRecord at(int number) {
            return record(
                    number,
                    "id",
                    "c" + customer,
                    "name",
                    "N" + number,
                    "zone",
                    zone,
                    "news",
                    news,
                    "ads",
                    ads,
                    "at",
                    Instant.ofEpochSecond(second).toString());
        }
    }

    /// The file's lines one after the other, over plain lists: each is heard, then the gate is
    /// asked for whoever is known by then, and only then is anything else of the line written.
    @Property
    @Tag("M27")
    void whoIsWrittenIsWhomTheGateAllowsAfterWhatTheRecordItselfSays(
            @ForAll("gates") ConsentGate gate,
            @ForAll("lines") List<Line> lines,
            @ForAll @IntRange(min = 1, max = 9) int chunk) {
        Customers customers = new Customers(CUSTOMER, NAME);
        Map<Integer, ProfileId> ids = new HashMap<>();
        Map<Integer, List<ConsentStatement>> said = new HashMap<>();
        Map<Integer, Zone> zones = new HashMap<>();
        Map<Integer, String> names = new HashMap<>();
        for (int i = 0; i < KNOWN_CUSTOMERS; i++) {
            ids.put(i, customers.has(named("c" + i, "Before")));
            names.put(i, "Before");
        }
        long heldBack = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            List<ConsentStatement> statements =
                    new ArrayList<>(said.getOrDefault(line.customer(), List.of()));
            statements.addAll(statements(line));
            Zone zone =
                    line.zone().isEmpty()
                            ? zones.getOrDefault(line.customer(), Zone.REST_OF_WORLD)
                            : new Zone(line.zone());
            boolean allowed = allows(gate, new PrivacyState(zone, Consents.of(statements)));
            if (allowed) {
                names.put(line.customer(), "N" + (i + 1));
            } else {
                heldBack++;
            }
            // A new profile that is held back is not made, so nothing of it is remembered.
            if (allowed || names.containsKey(line.customer())) {
                said.put(line.customer(), statements);
                zones.put(line.customer(), zone);
            }
        }

        for (int from = 0; from < lines.size(); from += chunk) {
            InputRecord[] part = new InputRecord[Math.min(chunk, lines.size() - from)];
            for (int i = 0; i < part.length; i++) {
                part[i] = lines.get(from + i).at(from + i + 1);
            }
            customers.take(PLAN_WITH_CONSENT, gate, part);
        }

        assertThat(customers.counts().skippedForConsent()).isEqualTo(heldBack);
        assertThat(customers.counts().rejected()).isZero();
        assertThat(customers.all())
                .extracting(
                        each ->
                                each.of(CUSTOMER.number()).getFirst()
                                        + " "
                                        + each.of(NAME.number()).getFirst())
                .containsExactlyInAnyOrderElementsOf(
                        names.entrySet().stream()
                                .map(each -> "c" + each.getKey() + " " + each.getValue())
                                .toList());
        ids.forEach(
                (customer, id) ->
                        assertThat(customers.profile(id).privacy())
                                .extracting(subject -> gate.judge(subject))
                                .isEqualTo(
                                        gate.judge(
                                                new PrivacyState(
                                                        zones.getOrDefault(
                                                                customer, Zone.REST_OF_WORLD),
                                                        Consents.of(
                                                                said.getOrDefault(
                                                                        customer, List.of()))))));
    }

    private static List<ConsentStatement> statements(Line line) {
        List<ConsentStatement> statements = new ArrayList<>();
        for (int i = 0; i < OBJECTIVES.size(); i++) {
            String answer = i == 0 ? line.news() : line.ads();
            if (!answer.isEmpty()) {
                statements.add(
                        new ConsentStatement(
                                OBJECTIVES.get(i),
                                answer.equals("yes") ? Answer.GRANTED : Answer.REFUSED,
                                Instant.ofEpochSecond(line.second()),
                                new EvidenceId(1)));
            }
        }
        return statements;
    }

    @Provide
    Arbitrary<List<Line>> lines() {
        Arbitrary<String> answer = Arbitraries.of("yes", "no", "");
        Arbitrary<String> zone = Arbitraries.of("gdpr", "ccpa", "lgpd", "rest-of-world", "");
        return Combinators.combine(
                        Arbitraries.integers().between(0, KNOWN_CUSTOMERS + NEW_CUSTOMERS - 1),
                        zone,
                        answer,
                        answer,
                        Arbitraries.integers().between(-50, -1))
                .as(Line::new)
                .list()
                .ofMaxSize(14);
    }

    private static boolean allows(ConsentGate gate, PrivacyState state) {
        return gate.judge(state) instanceof Verdict.Allowed;
    }

    private static PropertyValues named(String customer, String name) {
        return PropertyValues.builder()
                .set(CUSTOMER.number(), List.of(customer))
                .set(NAME.number(), List.of(name))
                .build();
    }

    @Provide
    Arbitrary<ConsentGate> gates() {
        Arbitrary<Regime> regime = Arbitraries.of(Regime.class);
        Arbitrary<PrivacySettings> settings =
                Combinators.combine(regime, Arbitraries.maps(Arbitraries.of(ZONES), regime))
                        .as(PrivacySettings::of);
        Arbitrary<Set<Zone>> where = Arbitraries.of(ZONES).set();
        Arbitrary<List<Objective>> known =
                Combinators.combine(where, where)
                        .as(
                                (news, ads) ->
                                        List.of(
                                                new Objective(OBJECTIVES.get(0), "News", news),
                                                new Objective(OBJECTIVES.get(1), "Ads", ads)));
        Arbitrary<Set<ObjectiveId>> linked =
                Arbitraries.of(OBJECTIVES.get(0), OBJECTIVES.get(1), new ObjectiveId("gone")).set();
        return Combinators.combine(settings, linked, known).as(ConsentGate::of);
    }

    @Provide
    Arbitrary<List<PrivacyState>> states() {
        Arbitrary<ConsentStatement> said =
                Combinators.combine(Arbitraries.of(OBJECTIVES), Arbitraries.of(Answer.class))
                        .as(
                                (about, answer) ->
                                        new ConsentStatement(
                                                about, answer, Instant.EPOCH, new EvidenceId(1)));
        return Combinators.combine(Arbitraries.of(ZONES), said.list().ofMaxSize(3))
                .as((zone, statements) -> new PrivacyState(zone, Consents.of(statements)))
                .list()
                .ofMaxSize(12);
    }
}
