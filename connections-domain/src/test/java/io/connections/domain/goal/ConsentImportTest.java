package io.connections.domain.goal;

import static io.connections.domain.goal.GoalFixtures.aGoal;
import static io.connections.domain.goal.GoalFixtures.record;
import static io.connections.domain.goal.GoalFixtures.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.ConsentTally;
import io.connections.domain.consent.Consents;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacySettings;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.consent.Regime;
import io.connections.domain.consent.Zone;
import io.connections.domain.goal.GoalFixtures.GoalBuilder;
import io.connections.domain.kernel.Violation;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyType;
import io.connections.domain.profile.PropertyValues;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M27")
class ConsentImportTest {
    private static final ProfileProperty CUSTOMER =
            new ProfileProperty(
                    new PropertyId("customer"),
                    1,
                    "Customer",
                    new PropertyType.Text(),
                    true,
                    false);
    private static final ProfileProperty NAME =
            new ProfileProperty(
                    new PropertyId("name"), 2, "Name", new PropertyType.Text(), false, true);
    private static final ObjectiveId NEWS = new ObjectiveId("newsletter");
    private static final ObjectiveId ADS = new ObjectiveId("ads");
    private static final Zone GDPR = new Zone("gdpr");
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final Instant STARTED = Instant.parse("2026-11-27T11:59:00Z");
    private static final EvidenceId RUN = new EvidenceId(7);
    private static final EvidenceId EARLIER = new EvidenceId(3);

    /// Newsletter needs consent in the GDPR's zone, which is opt-in; the rest of the world is
    /// opt-out and asks for nothing.
    private static final ConsentTerms TERMS =
            new ConsentTerms(
                    ConsentGate.of(
                            PrivacySettings.of(Regime.OPT_OUT, Map.of(GDPR, Regime.OPT_IN)),
                            List.of(NEWS),
                            List.of(new Objective(NEWS, "Newsletter", Set.of(GDPR)))),
                    STARTED,
                    RUN);

    private final Customers customers = new Customers(CUSTOMER, NAME);

    @Test
    void aNewProfileIsJudgedByTheConsentAndZoneOfItsOwnRecord() {
        ChunkDecision decision =
                customers.take(
                        plan(),
                        TERMS,
                        record(1, "id", "yes", "news", "yes", "zone", "GDPR"),
                        record(2, "id", "no", "news", "no", "zone", "GDPR"),
                        record(3, "id", "silent", "zone", "GDPR"),
                        record(4, "id", "elsewhere", "news", "no", "zone", "ccpa"));

        assertThat(decision.dispositions())
                .containsExactly(
                        Disposition.CREATED,
                        Disposition.SKIPPED_FOR_CONSENT,
                        Disposition.SKIPPED_FOR_CONSENT,
                        Disposition.CREATED);
        assertThat(decision.created().getFirst().privacy())
                .isEqualTo(
                        new PrivacyState(GDPR, Consents.of(List.of(granted(NEWS, STARTED, RUN)))));
    }

    @Test
    void aRefusalIsKeptAndNothingElseOfItsRecord() {
        ProfileId ann = has("c1", "Ann", granted(NEWS, STARTED.minusSeconds(60), EARLIER));

        ChunkDecision decision =
                customers.take(plan(), TERMS, record(1, "id", "c1", "news", "no", "name", "Anna"));

        assertThat(decision.dispositions()).containsExactly(Disposition.SKIPPED_FOR_CONSENT);
        assertThat(customers.values(ann).of(2)).containsExactly("Ann");
        assertThat(statementOf(ann, NEWS)).contains(refused(NEWS, STARTED, RUN));
        assertThat(decision.pastStatements())
                .containsExactly(
                        new ChunkDecision.PastStatement(
                                ann, granted(NEWS, STARTED.minusSeconds(60), EARLIER)));
        assertThat(decision.tally().shifts())
                .isEqualTo(Map.of(NEWS, new ConsentTally.Shift(-1, 1)));
    }

    @Test
    void theNextRecordOfThePersonMeetsWhatTheOneBeforeSaid() {
        has("c1", "Ann", granted(NEWS, STARTED.minusSeconds(60), EARLIER));

        ChunkDecision decision =
                customers.take(
                        plan(),
                        TERMS,
                        record(1, "id", "c1", "news", "no"),
                        record(2, "id", "c1", "name", "Anna"));

        assertThat(decision.dispositions())
                .containsExactly(Disposition.SKIPPED_FOR_CONSENT, Disposition.SKIPPED_FOR_CONSENT);
    }

    @Test
    void whoRefusesInTheFileThatMadeTheProfileWithdrawsToo() {
        ChunkDecision decision =
                customers.take(
                        plan(),
                        TERMS,
                        record(1, "id", "c1", "news", "yes", "at", "2026-01-02", "name", "Ann"),
                        record(2, "id", "c1", "news", "no", "at", "2026-02-02"),
                        record(3, "id", "c2", "news", "no", "at", "2026-01-02"),
                        record(4, "id", "c2", "news", "yes", "at", "2026-02-02"));

        assertThat(decision.created())
                .extracting(ChunkDecision.NewProfile::withdrawn)
                .containsExactly(Set.of(NEWS), Set.of());
    }

    @Test
    void whatWasRefusedAtAWebsiteHoldsBackWhoHasNoProfileYet() {
        ConsentTerms optOut =
                new ConsentTerms(
                        ConsentGate.of(
                                PrivacySettings.of(Regime.OPT_OUT, Map.of()),
                                List.of(NEWS),
                                List.of(
                                        new Objective(
                                                NEWS, "Newsletter", Set.of(Zone.REST_OF_WORLD)))),
                        STARTED,
                        RUN);
        ConsentStatement noAds = refused(ADS, NOW, EvidenceId.NONE);
        KnownProfiles known =
                KnownProfiles.builder(0)
                        .said(new Identifier(1, "c1"), List.of(refused(NEWS, NOW, EvidenceId.NONE)))
                        .said(new Identifier(1, "c2"), List.of(noAds))
                        .build();
        List<MappedRecord> records =
                List.of(plan().map(record(1, "id", "c1")), plan().map(record(2, "id", "c2")));

        ChunkDecision decision =
                new ImportDecider(plan())
                        .decide(records, known, optOut, () -> new ProfileId(new UUID(1, 1)));

        assertThat(decision.dispositions())
                .containsExactly(Disposition.SKIPPED_FOR_CONSENT, Disposition.CREATED);
        assertThat(decision.created().getFirst().privacy().consents().about(ADS)).contains(noAds);
        assertThat(decision.created().getFirst().withdrawn()).isEmpty();
    }

    @Test
    void whatWasSaidEarlierThanWhatIsKnownIsEvidenceAndDoesNotCount() {
        Instant yesterday = NOW.minusSeconds(86_400);
        ProfileId ann = has("c1", "Ann", refused(NEWS, yesterday, EARLIER));

        ChunkDecision decision =
                customers.take(
                        plan(),
                        TERMS,
                        record(1, "id", "c1", "news", "yes", "at", "2026-01-02", "name", "Anna"));

        assertThat(decision.dispositions()).containsExactly(Disposition.SKIPPED_FOR_CONSENT);
        assertThat(statementOf(ann, NEWS)).contains(refused(NEWS, yesterday, EARLIER));
        assertThat(decision.pastStatements())
                .extracting(ChunkDecision.PastStatement::statement)
                .containsExactly(granted(NEWS, Instant.parse("2026-01-02T00:00:00Z"), RUN));
        assertThat(decision.tally().shifts()).isEmpty();
    }

    @Test
    void aRecordThatOnlyBringsConsentUpdatesTheProfile() {
        ProfileId ann = has("c1", "Ann");

        ChunkDecision decision =
                customers.take(plan(), TERMS, record(1, "id", "c1", "news", "yes"));

        assertThat(decision.dispositions()).containsExactly(Disposition.UPDATED);
        assertThat(statementOf(ann, NEWS)).contains(granted(NEWS, STARTED, RUN));
    }

    @Test
    void aFileThatRepeatsWhatIsKnownWithoutATimeSaysNothingNew() {
        ProfileId ann = has("c1", "Ann", granted(NEWS, STARTED.minusSeconds(60), EARLIER));

        ChunkDecision decision =
                customers.take(plan(), TERMS, record(1, "id", "c1", "news", "yes"));

        assertThat(decision.dispositions()).containsExactly(Disposition.UNCHANGED);
        assertThat(decision.changed()).isEmpty();
        assertThat(customers.profile(ann).version()).isEqualTo(1);
    }

    @Test
    void aWithdrawalSinceTheRunBeganWinsOverARecordWithoutATime() {
        ProfileId ann = has("c1", "Ann", refused(NEWS, STARTED.plusSeconds(1), EARLIER));

        customers.take(plan(), TERMS, record(1, "id", "c1", "news", "yes"));

        assertThat(statementOf(ann, NEWS)).contains(refused(NEWS, STARTED.plusSeconds(1), EARLIER));
    }

    @Test
    void listsOfObjectivesAreReadAndOfBothAnswersInOneRecordTheRefusalCounts() {
        ImportPlan plan =
                plan(
                        goal().consent("ok", new ConsentMeaning.Granted(), new Processor.Split(","))
                                .consent("not ok", new ConsentMeaning.Refused()));

        ChunkDecision decision =
                customers.take(
                        plan,
                        TERMS,
                        record(1, "id", "c1", "ok", "ads, newsletter", "not ok", "newsletter"));

        assertThat(decision.created().getFirst().privacy().consents())
                .isEqualTo(
                        Consents.of(
                                List.of(granted(ADS, STARTED, RUN), refused(NEWS, STARTED, RUN))));
    }

    @ParameterizedTest
    @CsvSource({
        "yes, GRANTED",
        "TRUE, GRANTED",
        "1, GRANTED",
        "Opt-in, GRANTED",
        "no, REFUSED",
        "0, REFUSED",
        "withdrawn, REFUSED",
        "Unsubscribed, REFUSED"
    })
    void theUsualWordsAreUnderstood(String word, Answer answer) {
        ChunkDecision decision = customers.take(plan(), TERMS, record(1, "id", "c", "news", word));

        assertThat(decision.created().getFirst().privacy().consents().about(NEWS))
                .map(ConsentStatement::answer)
                .contains(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "news | maybe | The value \"maybe\" of the field \"news\" says neither yes nor no;",
                "zone | gpdr | The value \"gpdr\" of the field \"zone\" is no zone of privacy legislation that is known.",
                "at | tomorrow | The value \"tomorrow\" of the field \"at\" is no date with time",
                "at | 2027-11-27 | The value \"2027-11-27\" of the field \"at\" lies in the future,",
                "ok | weather | The value \"weather\" of the field \"ok\" is the id of no objective.",
            })
    void whatIsNotClearRejectsTheRecordAndNamesTheValue(
            String field, String value, String message) {
        has("c1", "Ann");

        customers.take(
                plan(goal().consent("ok", new ConsentMeaning.Granted())),
                TERMS,
                record(1, "id", "c1", "news", "yes", field, value));

        assertThat(customers.rejected())
                .singleElement()
                .satisfies(
                        rejected -> {
                            assertThat(rejected.code()).isEqualTo("consent-unclear");
                            assertThat(rejected.message()).startsWith(message);
                            assertThat(rejected.place())
                                    .isEqualTo(new MappedRecord.Place(field, value));
                        });
    }

    @Test
    void aProfileWhoseConsentCouldNotBeReadStaysSoAndIsHeldBack() {
        customers.hasUnreadable(values("c1", "Ann"));

        ChunkDecision decision =
                customers.take(plan(), TERMS, record(1, "id", "c1", "news", "yes", "name", "A"));

        assertThat(decision.dispositions()).containsExactly(Disposition.SKIPPED_FOR_CONSENT);
        assertThat(decision.changed()).isEmpty();
    }

    @Test
    void withoutObjectivesOfTheConnectionConsentIsTakenInAllTheSame() {
        ConsentTerms open = new ConsentTerms(ConsentGate.forNoObjectives(), STARTED, RUN);

        ChunkDecision decision =
                customers.take(plan(), open, record(1, "id", "c1", "news", "no", "zone", "gdpr"));

        assertThat(decision.created().getFirst().privacy())
                .isEqualTo(
                        new PrivacyState(GDPR, Consents.of(List.of(refused(NEWS, STARTED, RUN)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"news", "zone", "at"})
    void aFileWithoutAColumnOfConsentIsNotRead(String column) {
        List<String> others =
                List.of("id", "name", "news", "zone", "at").stream()
                        .filter(name -> !name.equals(column))
                        .toList();

        assertThat(plan().columns().indispensable(others)).containsExactly(column);
    }

    @Test
    void aGoalSaysWhatKeepsItFromReadingConsent() {
        ImportGoal goal =
                goal().consent("a", new ConsentMeaning.AnswerTo(new ObjectiveId("gone")))
                        .consent("b", new ConsentMeaning.InZone())
                        .build();

        assertThatThrownBy(() -> ImportPlan.of(goal, List.of(CUSTOMER, NAME), Set.of(NEWS), NOW))
                .isInstanceOfSatisfying(
                        GoalIncomplete.class,
                        incomplete ->
                                assertThat(incomplete.violations())
                                        .containsExactly(
                                                new Violation(
                                                        "/consent/4/says",
                                                        "said-twice",
                                                        "Another row says the same. Two of them could contradict each other."),
                                                new Violation(
                                                        "/consent/3/objective",
                                                        "unknown-objective",
                                                        "There is no objective \"gone\" (any more). Choose one that there is, or take the row out.")));
    }

    private static GoalBuilder goal() {
        return aGoal().matchedBy(CUSTOMER)
                .mapping(row("id", CUSTOMER), row("name", NAME))
                .consent("news", new ConsentMeaning.AnswerTo(NEWS))
                .consent("zone", new ConsentMeaning.InZone())
                .consent("at", new ConsentMeaning.StatedAt());
    }

    private static ImportPlan plan() {
        return plan(goal());
    }

    private static ImportPlan plan(GoalBuilder goal) {
        return ImportPlan.of(goal.build(), List.of(CUSTOMER, NAME), Set.of(NEWS, ADS), NOW);
    }

    private ProfileId has(String customer, String name, ConsentStatement... said) {
        return customers.has(
                values(customer, name), new PrivacyState(GDPR, Consents.of(List.of(said))));
    }

    private static PropertyValues values(String customer, String name) {
        return PropertyValues.builder().set(1, List.of(customer)).set(2, List.of(name)).build();
    }

    private Optional<ConsentStatement> statementOf(ProfileId profile, ObjectiveId objective) {
        return customers.profile(profile).privacy() instanceof PrivacyState(_, Consents consents)
                ? consents.about(objective)
                : Optional.empty();
    }

    private static ConsentStatement granted(ObjectiveId objective, Instant at, EvidenceId from) {
        return new ConsentStatement(objective, Answer.GRANTED, at, from);
    }

    private static ConsentStatement refused(ObjectiveId objective, Instant at, EvidenceId from) {
        return new ConsentStatement(objective, Answer.REFUSED, at, from);
    }
}
