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
    private static final List<Zone> ZONES =
            List.of(Zone.REST_OF_WORLD, new Zone("gdpr"), new Zone("ccpa"), new Zone("lgpd"));
    private static final List<ObjectiveId> OBJECTIVES =
            List.of(new ObjectiveId("news"), new ObjectiveId("ads"));
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
