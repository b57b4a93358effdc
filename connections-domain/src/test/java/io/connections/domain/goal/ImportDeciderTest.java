package io.connections.domain.goal;

import static io.connections.domain.goal.GoalFixtures.aGoal;
import static io.connections.domain.goal.GoalFixtures.record;
import static io.connections.domain.goal.GoalFixtures.row;
import static io.connections.domain.profile.ProfileFixtures.aProperty;
import static io.connections.domain.profile.ProfileFixtures.anIdentifier;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.ConsentGate.Verdict;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacySettings;
import io.connections.domain.consent.Regime;
import io.connections.domain.consent.Zone;
import io.connections.domain.goal.ChunkDecision.LedgerEntry;
import io.connections.domain.goal.GoalFixtures.GoalBuilder;
import io.connections.domain.goal.MappedRecord.Place;
import io.connections.domain.profile.FormerValues;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyType;
import io.connections.domain.profile.PropertyValues;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ImportDeciderTest {
    private static final ObjectiveId NEWS = new ObjectiveId("newsletter");
    private static final ProfileProperty CUSTOMER =
            anIdentifier(1, "customer", new PropertyType.Text());
    private static final ProfileProperty EMAIL = anIdentifier(2, "email", new PropertyType.Email());
    private static final ProfileProperty NAME = aProperty(3, "name", new PropertyType.Text());
    private static final ProfileProperty POINTS =
            aProperty(4, "points", new PropertyType.WholeNumber());
    private static final ProfileProperty TAGS = aProperty(5, "tags", new PropertyType.Text());
    private static final List<ProfileProperty> PROPERTIES =
            List.of(CUSTOMER, EMAIL, NAME, POINTS, TAGS);

    private final Customers customers = new Customers(CUSTOMER, EMAIL, NAME, POINTS, TAGS);

    private static ImportPlan plan(GoalBuilder goal) {
        return ImportPlan.of(goal.build(), PROPERTIES);
    }

    private static ImportPlan byCustomer() {
        return plan(
                aGoal().matchedBy(CUSTOMER)
                        .mapping(
                                row("id", CUSTOMER),
                                row("name", NAME),
                                row("points", POINTS).by(Strategy.SUM),
                                row("tag", TAGS).by(Strategy.ADD)));
    }

    /// The name is held to some profiles, the points are for all.
    private static ImportPlan restricted(Restriction restriction) {
        return plan(
                aGoal().matchedBy(CUSTOMER)
                        .mapping(
                                row("id", CUSTOMER),
                                row("name", NAME).on(restriction),
                                row("points", POINTS)));
    }

    private static ImportPlan byCustomerOrEmail() {
        return plan(
                aGoal().matchedBy(CUSTOMER)
                        .matchedBy(EMAIL)
                        .mapping(row("id", CUSTOMER), row("mail", EMAIL), row("name", NAME)));
    }

    private static PropertyValues values(Object... numbersAndValues) {
        PropertyValues.Builder builder = PropertyValues.builder();
        for (int i = 0; i < numbersAndValues.length; i += 2) {
            ProfileProperty property = (ProfileProperty) numbersAndValues[i];
            builder.set(property.number(), (String) numbersAndValues[i + 1]);
        }
        return builder.build();
    }

    @Test
    @Tag("M16")
    void aRecordThatMatchesNobodyMakesAProfile() {
        ChunkDecision decision =
                customers.take(byCustomer(), record(1, "id", "c1", "name", "Ann", "points", "2"));

        assertThat(customers.all())
                .containsExactly(values(CUSTOMER, "c1", NAME, "Ann", POINTS, "2"));
        assertThat(decision.counts()).isEqualTo(new Counts(1, 0, 0, 0, 0, 0, 0));
        assertThat(customers.identifiers()).containsOnlyKeys(new Identifier(1, "c1"));
    }

    @Test
    @Tag("M17")
    void theLedgerKeepsWhatStoodBeforeOfTheChangedPropertiesAlone() {
        ProfileId ann = customers.has(values(CUSTOMER, "c1", NAME, "Ann", POINTS, "2"));

        customers.take(
                byCustomer(), record(1, "id", "c1", "name", "Anna", "points", "", "tag", "vip"));

        assertThat(customers.values(ann))
                .isEqualTo(values(CUSTOMER, "c1", NAME, "Anna", POINTS, "2", TAGS, "vip"));
        assertThat(customers.ledger())
                .containsExactly(
                        new LedgerEntry(
                                ann,
                                1,
                                Disposition.UPDATED,
                                FormerValues.of(
                                        new int[] {3, 5}, List.of(List.of("Ann"), List.of()))));
    }

    @Test
    @Tag("M17")
    void aRecordThatChangesNothingIsUnchangedAndItsProfileIsNotWritten() {
        ProfileId ann = customers.has(values(CUSTOMER, "c1", NAME, "Ann"));

        ChunkDecision decision = customers.take(byCustomer(), record(1, "id", "c1", "name", "Ann"));

        assertThat(decision.changed()).isEmpty();
        assertThat(decision.counts()).isEqualTo(new Counts(0, 0, 1, 0, 0, 0, 0));
        assertThat(decision.ledger())
                .containsExactly(new LedgerEntry(ann, 1, Disposition.UNCHANGED, FormerValues.NONE));
    }

    @Test
    @Tag("M15")
    void aRowForNewProfilesOnlyIsSetWhereTheProfileIsMadeAndNeverAgain() {
        ProfileId bob = customers.has(values(CUSTOMER, "c2", NAME, "Bob"));
        ImportPlan plan = restricted(Restriction.NEW_PROFILES_ONLY);

        ChunkDecision decision =
                customers.take(
                        plan,
                        record(1, "id", "c1", "name", "Ann", "points", "1"),
                        record(2, "id", "c2", "name", "Robert", "points", "2"));
        ChunkDecision later =
                customers.take(plan, record(3, "id", "c1", "name", "Anna", "points", "3"));

        assertThat(customers.all())
                .containsExactlyInAnyOrder(
                        values(CUSTOMER, "c1", NAME, "Ann", POINTS, "3"),
                        values(CUSTOMER, "c2", NAME, "Bob", POINTS, "2"));
        assertThat(customers.values(bob).of(3)).containsExactly("Bob");
        assertThat(decision.counts()).isEqualTo(new Counts(1, 1, 0, 0, 0, 0, 0));
        assertThat(later.counts()).isEqualTo(new Counts(0, 1, 0, 0, 0, 0, 0));
    }

    @Test
    @Tag("M15")
    void aRowForExistingProfilesOnlyIsLeftOutWhereTheProfileIsMade() {
        ProfileId bob = customers.has(values(CUSTOMER, "c2", NAME, "Bob"));
        ImportPlan plan = restricted(Restriction.EXISTING_PROFILES_ONLY);

        ChunkDecision decision =
                customers.take(
                        plan,
                        record(1, "id", "c1", "name", "Ann", "points", "1"),
                        record(2, "id", "c2", "name", "Robert", "points", "2"));
        ChunkDecision later =
                customers.take(plan, record(3, "id", "c1", "name", "Anna", "points", "1"));

        assertThat(customers.values(bob))
                .isEqualTo(values(CUSTOMER, "c2", NAME, "Robert", POINTS, "2"));
        assertThat(customers.all()).contains(values(CUSTOMER, "c1", NAME, "Anna", POINTS, "1"));
        assertThat(decision.counts()).isEqualTo(new Counts(1, 1, 0, 0, 0, 0, 0));
        assertThat(later.counts()).isEqualTo(new Counts(0, 1, 0, 0, 0, 0, 0));
    }

    @Test
    @Tag("M15")
    void whatARestrictionLeavesOutChangesNothing() {
        customers.has(values(CUSTOMER, "c2", NAME, "Bob", POINTS, "2"));

        ChunkDecision decision =
                customers.take(
                        restricted(Restriction.NEW_PROFILES_ONLY),
                        record(1, "id", "c2", "name", "Robert", "points", "2"));

        assertThat(decision.counts()).isEqualTo(new Counts(0, 0, 1, 0, 0, 0, 0));
        assertThat(decision.changed()).isEmpty();
    }

    @Test
    @Tag("M16")
    void twoRecordsOfOneNewCustomerMakeOneProfile() {
        ChunkDecision decision =
                customers.take(
                        byCustomer(),
                        record(1, "id", "c1", "name", "Ann", "points", "2", "tag", "a"),
                        record(2, "id", "c1", "name", "Anna", "points", "3", "tag", "b"));

        assertThat(customers.all())
                .containsExactly(
                        values(CUSTOMER, "c1", NAME, "Anna", POINTS, "5")
                                .with(5, List.of("a", "b")));
        assertThat(decision.created()).hasSize(1);
        assertThat(decision.changed()).isEmpty();
        assertThat(decision.counts()).isEqualTo(new Counts(1, 1, 0, 0, 0, 0, 0));
    }

    @Test
    @Tag("M16")
    void aRecordThatMatchesSeveralProfilesIsRejectedNamingThem() {
        ProfileId ann = customers.has(values(CUSTOMER, "c1"));
        ProfileId bob = customers.has(values(EMAIL, "bob@example.org"));

        ChunkDecision decision =
                customers.take(
                        byCustomerOrEmail(), record(1, "id", "c1", "mail", "bob@example.org"));

        assertThat(decision.rejected()).hasSize(1);
        MappedRecord.Rejected rejected = decision.rejected().getFirst();
        assertThat(rejected.code()).isEqualTo("several-profiles");
        assertThat(rejected.message())
                .contains(ann.value().toString())
                .contains(bob.value().toString());
        assertThat(rejected.place()).isEqualTo(Place.NONE);
        assertThat(rejected.raw()).isEqualTo("raw 1");
        assertThat(rejected.line()).isEqualTo(2);
    }

    @Test
    @Tag("M16")
    void anIdentifierOfAnotherProfileRejectsTheRecordNamingBoth() {
        ProfileId ann = customers.has(values(CUSTOMER, "c1"));
        ProfileId bob = customers.has(values(CUSTOMER, "c2", EMAIL, "bob@example.org"));
        ImportPlan plan =
                plan(aGoal().matchedBy(CUSTOMER).mapping(row("id", CUSTOMER), row("mail", EMAIL)));

        ChunkDecision decision =
                customers.take(plan, record(1, "id", "c1", "mail", "Bob@Example.org"));

        MappedRecord.Rejected rejected = decision.rejected().getFirst();
        assertThat(rejected.code()).isEqualTo("identifier-taken");
        assertThat(rejected.message())
                .contains(ann.value().toString())
                .contains(bob.value().toString())
                .contains("bob@example.org");
        assertThat(rejected.place()).isEqualTo(new Place("mail", "bob@example.org"));
        assertThat(decision.changed()).isEmpty();
    }

    @Test
    @Tag("M16")
    void everyIdentifierOfAGroupMustBeTheProfilesOwn() {
        ProfileId ann = customers.has(values(CUSTOMER, "c1", EMAIL, "ann@example.org"));
        customers.has(values(CUSTOMER, "c2"));
        ImportPlan plan =
                plan(
                        aGoal().matchedBy(CUSTOMER, EMAIL)
                                .mapping(row("id", CUSTOMER), row("mail", EMAIL), row("name", NAME))
                                .creatingNoProfiles());

        ChunkDecision decision =
                customers.take(
                        plan,
                        record(1, "id", "c1", "mail", "ann@example.org", "name", "Ann"),
                        record(2, "id", "c2", "mail", "ann@example.org", "name", "Bob"),
                        record(3, "id", "c1", "name", "Cas"));

        assertThat(customers.values(ann).of(3)).containsExactly("Ann");
        assertThat(decision.counts()).isEqualTo(new Counts(0, 1, 0, 0, 2, 0, 0));
    }

    @Test
    @Tag("M16")
    void aRecordWithoutAnyIdentifierIsRejected() {
        ChunkDecision decision =
                customers.take(byCustomerOrEmail(), record(1, "id", "  ", "mail", ""));

        assertThat(decision.rejected().getFirst().code()).isEqualTo("no-identifier");
        assertThat(decision.rejected().getFirst().message())
                .isEqualTo("The record has no value for \"customer\" or \"email\".");
        assertThat(customers.all()).isEmpty();
    }

    @Test
    @Tag("M16")
    void withoutAMatchNothingIsMadeWhereTheGoalDoesNotCreate() {
        ImportPlan plan =
                plan(aGoal().matchedBy(CUSTOMER).mapping(row("id", CUSTOMER)).creatingNoProfiles());

        ChunkDecision decision = customers.take(plan, record(1, "id", "c1"));

        assertThat(decision.counts()).isEqualTo(new Counts(0, 0, 0, 0, 1, 0, 0));
        assertThat(customers.all()).isEmpty();
        assertThat(decision.ledger()).isEmpty();
    }

    @Test
    @Tag("M16")
    void anIdentifierThatOneRecordFreesIsTheNextOnesToTake() {
        ProfileId ann = customers.has(values(CUSTOMER, "c1", EMAIL, "shared@example.org"));

        ChunkDecision decision =
                customers.take(
                        plan(
                                aGoal().matchedBy(CUSTOMER)
                                        .mapping(row("id", CUSTOMER), row("mail", EMAIL))),
                        record(1, "id", "c1", "mail", "ann@example.org"),
                        record(2, "id", "c2", "mail", "shared@example.org"));

        assertThat(decision.counts()).isEqualTo(new Counts(1, 1, 0, 0, 0, 0, 0));
        assertThat(customers.values(ann).of(2)).containsExactly("ann@example.org");
        assertThat(customers.identifiers()).isEqualTo(customers.identifiersByValues());
    }

    @Test
    @Tag("M16")
    void anIdentifierThatComesBackWithinTheChunkNeverLeft() {
        ProfileId ann = customers.has(values(CUSTOMER, "c1", EMAIL, "ann@example.org"));

        ChunkDecision decision =
                customers.take(
                        plan(
                                aGoal().matchedBy(CUSTOMER)
                                        .mapping(row("id", CUSTOMER), row("mail", EMAIL))),
                        record(1, "id", "c1", "mail", "new@example.org"),
                        record(2, "id", "c1", "mail", "ann@example.org"));

        assertThat(decision.identifiersAdded()).isEmpty();
        assertThat(decision.identifiersRemoved()).isEmpty();
        assertThat(customers.values(ann).of(2)).containsExactly("ann@example.org");
    }

    @Test
    @Tag("M16")
    void aSecondValueOfAnIdentifierIsTold() {
        customers.has(values(CUSTOMER, "c1", EMAIL, "ann@example.org"));
        ImportPlan plan =
                plan(
                        aGoal().matchedBy(CUSTOMER)
                                .mapping(row("id", CUSTOMER), row("mail", EMAIL).by(Strategy.ADD)));

        ChunkDecision decision =
                customers.take(plan, record(1, "id", "c1", "mail", "ann@work.example"));

        assertThat(decision.multiValued()).containsExactly(2);
    }

    @Test
    @Tag("M26")
    void theGateIsAskedAndWhatItHoldsBackIsCountedAndNotWritten() {
        ProfileId ann = customers.has(values(CUSTOMER, "c1", NAME, "Ann"));
        ConsentGate closed =
                ConsentGate.of(
                        PrivacySettings.of(Regime.OPT_IN, Map.of()),
                        List.of(NEWS),
                        List.of(new Objective(NEWS, "Newsletter", Set.of(Zone.REST_OF_WORLD))));
        Verdict.HeldBack held =
                new Verdict.HeldBack(
                        Verdict.Rule.NOT_GRANTED,
                        List.of(NEWS),
                        "Not consented to \"Newsletter\", which needs consent in the zone Rest of world (opt-in).");

        ChunkDecision decision =
                customers.take(
                        byCustomer(),
                        closed,
                        record(1, "id", "c1", "name", "Anna"),
                        record(2, "id", "c2", "name", "Bob"));

        assertThat(decision.counts()).isEqualTo(new Counts(0, 0, 0, 2, 0, 0, 0));
        assertThat(customers.all()).containsExactly(values(CUSTOMER, "c1", NAME, "Ann"));
        assertThat(decision.ledger())
                .containsExactly(
                        new LedgerEntry(
                                ann, 1, Disposition.SKIPPED_FOR_CONSENT, FormerValues.NONE));
        assertThat(decision.heldBack())
                .containsExactly(
                        new ChunkDecision.HeldBack(1, Optional.of(ann), held),
                        new ChunkDecision.HeldBack(2, Optional.empty(), held));
    }

    @Test
    @Tag("M17")
    void whatTheSourceCouldNotReadIsCountedAsRejectedInItsPlace() {
        ImportPlan plan = byCustomer();
        MappedRecord.Rejected broken =
                new MappedRecord.Rejected(2, 3, "ragged-line", "12 fields instead of 10", "x;y");

        ChunkDecision decision =
                new ImportDecider(plan)
                        .decide(
                                List.of(plan.map(record(1, "id", "c1")), broken),
                                KnownProfiles.NONE,
                                Customers.terms(ConsentGate.forNoObjectives()),
                                () -> new ProfileId(new UUID(0x7000, 1)));

        assertThat(decision.dispositions())
                .containsExactly(Disposition.CREATED, Disposition.REJECTED);
        assertThat(decision.rejected()).containsExactly(broken);
    }

    @Test
    @Tag("M15")
    void aSumThatOverflowsRejectsTheRecordAndLeavesTheProfileAlone() {
        ProfileId ann =
                customers.has(values(CUSTOMER, "c1", NAME, "Ann", POINTS, "9223372036854775807"));

        ChunkDecision decision =
                customers.take(byCustomer(), record(1, "id", "c1", "name", "X", "points", "1"));

        assertThat(decision.rejected().getFirst().code()).isEqualTo("sum-impossible");
        assertThat(decision.rejected().getFirst().place()).isEqualTo(new Place("points", "1"));
        assertThat(customers.values(ann).of(3)).containsExactly("Ann");
    }

    @Test
    @Tag("M17")
    void aBadValueRejectsTheRecordNamingFieldAndValue() {
        ImportPlan plan =
                plan(aGoal().matchedBy(CUSTOMER).mapping(row("id", CUSTOMER), row("mail", EMAIL)));

        ChunkDecision decision = customers.take(plan, record(1, "id", "c1", "mail", "nobody"));

        MappedRecord.Rejected rejected = decision.rejected().getFirst();
        assertThat(rejected.code()).isEqualTo("bad-value");
        assertThat(rejected.place()).isEqualTo(new Place("mail", "nobody"));
    }

    @Test
    @Tag("M17")
    void aLongOrUnprintableValueToBlameIsCutAndMadePrintable() {
        Place place = new Place("mail", "a\0b" + "x".repeat(196) + "\uD83D\uDE00" + "y");

        assertThat(place.value()).isEqualTo("a\uFFFDb" + "x".repeat(196) + "…");
    }
}
