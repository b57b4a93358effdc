package io.connections.application.run.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.connections.application.run.port.ChunkStore.Answer;
import io.connections.application.run.port.ChunkStore.LaneStore;
import io.connections.application.run.port.ChunkStore.Step;
import io.connections.application.run.port.RecordSource.Part;
import io.connections.application.run.port.RecordSource.Proof;
import io.connections.application.run.port.RunJournal.GoalProgress;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.ConsentGate.Verdict;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentTally;
import io.connections.domain.consent.Consents;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.consent.Zone;
import io.connections.domain.goal.ChunkDecision;
import io.connections.domain.goal.ChunkDecision.ChangedProfile;
import io.connections.domain.goal.ChunkDecision.HeldBack;
import io.connections.domain.goal.ChunkDecision.LedgerEntry;
import io.connections.domain.goal.ChunkDecision.NewProfile;
import io.connections.domain.goal.ChunkDecision.OwnedIdentifier;
import io.connections.domain.goal.ChunkDecision.PastStatement;
import io.connections.domain.goal.Counts;
import io.connections.domain.goal.Disposition;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.KnownProfiles;
import io.connections.domain.goal.KnownProfiles.KnownProfile;
import io.connections.domain.goal.LeftOut;
import io.connections.domain.goal.MappedRecord.Place;
import io.connections.domain.goal.MappedRecord.Rejected;
import io.connections.domain.kernel.Version;
import io.connections.domain.profile.FormerValues;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.PropertyValues;
import io.connections.domain.run.Run;
import io.connections.domain.run.RunId;
import io.connections.domain.run.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every store of chunks does: all of a chunk, or nothing.
@Tag("M18")
public abstract class ChunkStoreContract {
    private static final ObjectiveId NEWS = new ObjectiveId("newsletter");
    private static final ObjectiveId ADS = new ObjectiveId("ads");
    private static final Zone GDPR = new Zone("gdpr");

    private static final int CUSTOMER = 7;
    private static final int CITY = 9;
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    private final RunId run = new RunId(UUID.randomUUID());
    private final ProfileId ann = new ProfileId(UUID.randomUUID());
    private final ProfileId bob = new ProfileId(UUID.randomUUID());
    private final List<LaneStore> open = new ArrayList<>();
    private Optional<Lease> lease = Optional.empty();

    protected abstract RunJournal journal();

    protected abstract ChunkStore store();

    protected abstract void queue(Run.Order order, List<GoalId> goals);

    protected abstract void askToStop(RunId run);

    /// Plays somebody else who changes the profile.
    protected abstract void touch(ProfileId profile);

    /// Plays somebody else who deletes it, with its identifiers.
    protected abstract void delete(ProfileId profile);

    /// Of all lanes.
    protected abstract Counts counts(RunId run);

    /// Number of the record, first letter of what became of it (`N` for unchanged), and the numbers
    /// of the properties whose former values are kept.
    protected abstract List<String> ledger(RunId run);

    /// Number of the record, its line and the code of the reason.
    protected abstract List<String> rejected(RunId run);

    /// Objective, letter of the answer and seconds since 1970 of what counts no more.
    protected abstract List<String> pastStatements(ProfileId profile);

    /// Objective, how many granted and how many refused.
    protected abstract List<String> consentTotals();

    /// Rule, objectives, reason and number of records, of all lanes.
    protected abstract List<String> heldBack(RunId run);

    /// From now on whoever refuses it is cleaned up.
    protected abstract void cleansUp(ObjectiveId objective);

    /// Who is to be cleaned up: id of the profile and objective.
    protected abstract List<String> cleanUps();

    @BeforeEach
    void aRunOfOneGoalInTwoLanes() {
        queue(
                new Run.Order(
                        run,
                        1,
                        new ConnectionId(UUID.randomUUID()),
                        new Version(1),
                        new Trigger.Manual("Mia"),
                        MONDAY),
                List.of(new GoalId(UUID.randomUUID())));
        lease =
                journal().openShares().stream()
                        .filter(share -> share.run().equals(run))
                        .findFirst()
                        .flatMap(share -> journal().take(share, "a process"));
        journal().begin(lease(), 0, 2, List.of(new Part("/in/a.csv", 10, MONDAY)));
    }

    @AfterEach
    void closeLanes() {
        open.forEach(LaneStore::close);
    }

    @Test
    @Tag("M15")
    void whatAChunkMakesIsFoundByEachOfItsIdentifiers() throws Exception {
        LaneStore lane = lane(0);
        PropertyValues values = values("a", "b").with(CITY, List.of("Zoë \"1\" \\ 😀"));

        lane.write(new Chunk().creates(ann, values, "a", "b").decided(), step(0, 1));

        KnownProfile known = new KnownProfile(ann, 1, values, PrivacyState.UNKNOWN);
        assertThat(owner(lane, "a")).contains(known);
        assertThat(owner(lane, "b")).contains(known);
        assertThat(owner(lane, "nobody")).isEmpty();
    }

    @Test
    @Tag("M15")
    void aChangedProfileHasItsNewValuesAndTheNextVersion() throws Exception {
        LaneStore lane = lane(0);
        KnownProfile before = made(lane, ann, "a");

        lane.write(
                new Chunk().changes(before, values("a").with(CITY, List.of("Oslo"))).decided(),
                step(1, 2));

        assertThat(owner(lane, "a"))
                .contains(
                        new KnownProfile(
                                ann,
                                2,
                                values("a").with(CITY, List.of("Oslo")),
                                PrivacyState.UNKNOWN));
    }

    @Test
    @Tag("M16")
    void anIdentifierMovesFromOneProfileToAnotherInOneChunk() throws Exception {
        LaneStore lane = lane(0);
        KnownProfile from = made(lane, ann, "a");

        lane.write(
                new Chunk()
                        .changes(from, PropertyValues.NONE)
                        .takes("a", ann)
                        .creates(bob, values("a"), "a")
                        .decided(),
                step(1, 3));

        assertThat(owner(lane, "a")).map(KnownProfile::id).contains(bob);
    }

    @Test
    void aProfileThatSomebodyElseChangedSinceTheLookUpIsAConflict() throws Exception {
        LaneStore lane = lane(0);
        KnownProfile before = made(lane, ann, "a");
        touch(ann);

        Throwable conflict =
                catchThrowable(
                        () ->
                                lane.write(
                                        new Chunk()
                                                .creates(bob, values("b"), "b")
                                                .changes(before, values("a", "c"))
                                                .decided(),
                                        step(1, 3)));

        assertThat(conflict).isInstanceOf(ChunkConflict.class);
        assertNothingFollowed(lane);
    }

    @Test
    @Tag("M16")
    void anIdentifierThatWasGivenToAnotherMeanwhileIsAConflict() throws Exception {
        LaneStore lane = lane(0);
        made(lane, ann, "a");

        Throwable conflict =
                catchThrowable(
                        () ->
                                lane.write(
                                        new Chunk().creates(bob, values("a"), "b", "a").decided(),
                                        step(1, 2)));

        assertThat(conflict).isInstanceOf(ChunkConflict.class);
        assertNothingFollowed(lane);
    }

    @Test
    @Tag("M16")
    void anIdentifierThatIsNoLongerTheProfilesOwnIsAConflict() throws Exception {
        LaneStore lane = lane(0);
        KnownProfile before = made(lane, ann, "a");

        Throwable conflict =
                catchThrowable(
                        () ->
                                lane.write(
                                        new Chunk()
                                                .creates(bob, values("b"), "b")
                                                .changes(before, values("a"))
                                                .takes("gone", ann)
                                                .decided(),
                                        step(1, 3)));

        assertThat(conflict).isInstanceOf(ChunkConflict.class);
        assertNothingFollowed(lane);
    }

    /// It would not be made anew, although the file still has it.
    @Test
    void aProfileThatIsDeletedSinceItWasFoundToBeAsWantedIsAConflict() throws Exception {
        LaneStore lane = lane(0);
        made(lane, ann, "a");
        KnownProfiles known = lookUp(lane, "a");
        delete(ann);

        Throwable unchanged =
                catchThrowable(
                        () ->
                                lane.write(
                                        new Chunk().asOf(known).leaves(ann).decided(), step(1, 2)));
        Throwable heldBack =
                catchThrowable(
                        () ->
                                lane.write(
                                        new Chunk().asOf(known).holdsBack(ann).decided(),
                                        step(1, 2)));

        assertThat(unchanged).isInstanceOf(ChunkConflict.class);
        assertThat(heldBack).isInstanceOf(ChunkConflict.class);
        assertThat(ledger(run)).containsExactly("1 C ");
        assertThat(lookUp(lane, "a").asOf()).isNotEqualTo(known.asOf());
    }

    @Test
    void thatAnotherProfileIsDeletedIsNone() throws Exception {
        LaneStore lane = lane(0);
        lane.write(
                new Chunk().creates(ann, values("a"), "a").creates(bob, values("b"), "b").decided(),
                step(0, 2));
        KnownProfiles known = lookUp(lane, "a");
        delete(bob);

        lane.write(new Chunk().asOf(known).leaves(ann).leaves(ann).decided(), step(2, 4));

        assertThat(counts(run)).isEqualTo(new Counts(2, 0, 2, 0, 0, 0, 0));
    }

    @Test
    void aChunkWithSomethingThatCannotBeStoredIsRefusedAsAWhole() throws Exception {
        LaneStore lane = lane(0);
        made(lane, ann, "a");

        Throwable refused =
                catchThrowable(
                        () ->
                                lane.write(
                                        new Chunk()
                                                .creates(bob, values("b"), "b")
                                                .creates(
                                                        new ProfileId(UUID.randomUUID()),
                                                        values("c"),
                                                        "c\0")
                                                .decided(),
                                        step(1, 3)));

        assertThat(refused).isInstanceOf(ChunkRefused.class);
        assertNothingFollowed(lane);
    }

    @Test
    void aLaneThatMetAConflictGoesOn() throws Exception {
        LaneStore lane = lane(0);
        KnownProfile before = made(lane, ann, "a");
        touch(ann);
        ChunkDecision outdated = new Chunk().changes(before, values("a", "c")).decided();
        Throwable conflict = catchThrowable(() -> lane.write(outdated, step(1, 2)));

        KnownProfile now = owner(lane, "a").orElseThrow();
        lane.write(new Chunk().changes(now, values("a", "c")).decided(), step(1, 2));

        assertThat(conflict).isInstanceOf(ChunkConflict.class);
        assertThat(owner(lane, "a")).map(KnownProfile::version).contains(3L);
    }

    @Test
    void theLaneStandsWhereItsLastChunkEnded() throws Exception {
        Proof proof = new Proof(123, "ab12");
        LanePosition reached = new LanePosition(0, 2, Optional.of(proof));

        lane(0).write(twoRecords(), new Step(LanePosition.START, reached));

        assertThat(journal().progress(lease(), 0).orElseThrow().positions())
                .containsExactly(reached, LanePosition.START);
    }

    @Test
    void aChunkWhoseAnswerWasLostIsNotWrittenTwice() throws Exception {
        ChunkDecision decision = twoRecords();
        lane(0).write(decision, step(0, 2));

        Answer again = lane(0).write(decision, step(0, 2));

        assertThat(again).isEqualTo(Answer.COMMITTED);
        assertThat(counts(run)).isEqualTo(decision.counts());
        assertThat(ledger(run)).hasSize(1);
    }

    @Test
    void aChunkThatDoesNotBeginWhereTheLaneStandsIsAnError() throws Exception {
        LaneStore lane = lane(0);
        made(lane, ann, "a");

        Throwable failed =
                catchThrowable(
                        () ->
                                lane.write(
                                        new Chunk().creates(bob, values("b"), "b").decided(),
                                        step(5, 6)));

        assertThat(failed).isInstanceOf(IllegalStateException.class);
        assertNothingFollowed(lane);
    }

    @Test
    void oncePeopleAskedForAStopNothingMoreIsWritten() throws Exception {
        LaneStore lane = lane(0);
        made(lane, ann, "a");
        askToStop(run);

        Answer answer =
                lane.write(new Chunk().creates(bob, values("b"), "b").decided(), step(1, 2));

        assertThat(answer).isEqualTo(Answer.STOP_REQUESTED);
        assertNothingFollowed(lane);
    }

    @Test
    void onceAnotherProcessHasTheShareNothingMoreIsWritten() throws Exception {
        LaneStore frozen = lane(0);
        made(frozen, ann, "a");
        lease = journal().take(lease().share(), "another process");

        Throwable lost =
                catchThrowable(
                        () ->
                                frozen.write(
                                        new Chunk().creates(bob, values("b"), "b").decided(),
                                        step(1, 2)));

        assertThat(lost).isInstanceOf(FenceLost.class);
        assertNothingFollowed(lane(0));
    }

    @Test
    @Tag("M17")
    void whatBecameOfTheRecordsAddsUpOverChunksAndLanes() throws Exception {
        lane(0).write(twoRecords(), step(0, 2));
        lane(1).write(
                        new Chunk()
                                .creates(bob, values("b"), "b")
                                .leaves(bob)
                                .rejects("no-identifier")
                                .decided(),
                        step(0, 3));

        assertThat(counts(run)).isEqualTo(new Counts(2, 0, 1, 0, 0, 0, 2));
    }

    @Test
    @Tag("M17")
    void theLedgerKnowsEveryRecordThatMetAProfileAndRejectedOnesAreKept() throws Exception {
        LaneStore lane = lane(0);
        KnownProfile before = made(lane, ann, "a");

        lane.write(
                new Chunk()
                        .changes(before, values("a").with(CITY, List.of("Oslo")), CITY)
                        .leaves(ann)
                        .rejects("bad-value")
                        .decided(),
                step(1, 4));

        assertThat(ledger(run)).containsExactly("1 C ", "1 U 9", "2 N ");
        assertThat(rejected(run)).containsExactly("3 4 bad-value mail=x");
    }

    private Lease lease() {
        return lease.orElseThrow();
    }

    protected LaneStore lane(int number) {
        LaneStore lane = store().open(lease(), 0, number);
        open.add(lane);
        return lane;
    }

    private static Step step(long from, long to) {
        return new Step(
                new LanePosition(0, from, Optional.empty()),
                new LanePosition(0, to, Optional.empty()));
    }

    /// By the lane's first chunk, of one record.
    private KnownProfile made(LaneStore lane, ProfileId id, String customer) throws Exception {
        lane.write(new Chunk().creates(id, values(customer), customer).decided(), step(0, 1));
        return owner(lane, customer).orElseThrow();
    }

    private ChunkDecision twoRecords() {
        return new Chunk().creates(ann, values("a"), "a").rejects("bad-value").decided();
    }

    /// Behind the chunk that made Ann.
    private void assertNothingFollowed(LaneStore lane) {
        assertThat(owner(lane, "a")).map(KnownProfile::id).contains(ann);
        assertThat(owner(lane, "a")).map(KnownProfile::values).contains(values("a"));
        assertThat(owner(lane, "b")).isEmpty();
        assertThat(counts(run)).isEqualTo(new Counts(1, 0, 0, 0, 0, 0, 0));
        assertThat(ledger(run)).hasSize(1);
        assertThat(journal().progress(lease(), 0).orElseThrow().positions().getFirst().number())
                .isEqualTo(1);
    }

    @Test
    @Tag("M20")
    void whoGoesOnKnowsWhatAllLanesHaveCountedAndLeftOut() throws Exception {
        LaneStore first = lane(0);
        LaneStore second = lane(1);
        first.write(new Chunk().rejects("x").decided(), step(0, 1));
        first.write(
                new Chunk().creates(ann, values("a"), "a").leavesOut(0L, 1L).decided(), step(1, 2));
        first.write(new Chunk().leaves(ann).leavesOut(1L, 1L).decided(), step(2, 3));
        second.write(new Chunk().leaves(ann).leavesOut(0L, 0L, 4L).decided(), step(0, 1));

        GoalProgress reached = journal().progress(lease(), 0).orElseThrow();

        assertThat(reached.counts()).isEqualTo(new Counts(1, 0, 2, 0, 0, 0, 1));
        assertThat(reached.leftOut()).isEqualTo(new LeftOut(List.of(1L, 2L, 4L)));
    }

    @Test
    @Tag("M27")
    void zoneAndConsentOfANewProfileAreReadWithIt() throws Exception {
        LaneStore lane = lane(0);
        PrivacyState privacy = in(GDPR, granted(NEWS, 5), refused(ADS, -3));

        lane.write(new Chunk().creates(ann, privacy, values("a"), "a").decided(), step(0, 1));

        assertThat(owner(lane, "a")).contains(new KnownProfile(ann, 1, values("a"), privacy));
        assertThat(consentTotals()).containsExactlyInAnyOrder("newsletter 1 0", "ads 0 1");
    }

    @Test
    @Tag("M27")
    void whatIsSaidLaterStandsInTheProfileAndWhatItOverrulesIsKeptOnce() throws Exception {
        LaneStore lane = lane(0);
        lane.write(
                new Chunk()
                        .creates(ann, in(GDPR, granted(NEWS, 5)), values("a"), "a")
                        .creates(bob, in(GDPR, granted(NEWS, 6)), values("b"), "b")
                        .decided(),
                step(0, 2));
        KnownProfile before = owner(lane, "a").orElseThrow();
        PrivacyState now = in(new Zone("ccpa"), refused(NEWS, 8));

        lane.write(
                new Chunk()
                        .hears(before, now, granted(NEWS, 5), granted(NEWS, 5), refused(NEWS, 1))
                        .changes(owner(lane, "b").orElseThrow(), values("b", "c"))
                        .decided(),
                step(2, 4));

        assertThat(owner(lane, "a")).contains(new KnownProfile(ann, 2, values("a"), now));
        assertThat(owner(lane, "b"))
                .contains(new KnownProfile(bob, 2, values("b", "c"), in(GDPR, granted(NEWS, 6))));
        assertThat(pastStatements(ann))
                .containsExactlyInAnyOrder("newsletter g 5", "newsletter r 1");
        assertThat(consentTotals()).containsExactly("newsletter 1 1");
    }

    @Test
    @Tag("M27")
    void whoRefusesWhatCleansUpIsToBeCleanedUpWithTheChunk() throws Exception {
        cleansUp(NEWS);
        LaneStore lane = lane(0);
        lane.write(
                new Chunk()
                        .creates(ann, in(GDPR, granted(NEWS, 5)), values("a"), "a")
                        .creates(bob, in(GDPR, granted(ADS, 6)), values("b"), "b")
                        .decided(),
                step(0, 2));

        lane.write(
                new Chunk()
                        .hears(owner(lane, "a").orElseThrow(), in(GDPR, refused(NEWS, 8)))
                        .hears(owner(lane, "b").orElseThrow(), in(GDPR, refused(ADS, 8)))
                        .decided(),
                step(2, 4));

        assertThat(cleanUps()).containsExactly(ann.value() + " newsletter");
    }

    @Test
    @Tag("M27")
    void soIsWhoseProfileTheChunkMakes() throws Exception {
        cleansUp(NEWS);

        lane(0).write(
                        new Chunk()
                                .creates(ann, in(GDPR, refused(NEWS, 5)), values("a"), "a")
                                .creates(bob, in(GDPR, granted(NEWS, 5)), values("b"), "b")
                                .decided(),
                        step(0, 2));

        assertThat(cleanUps()).containsExactly(ann.value() + " newsletter");
    }

    @Test
    @Tag("M27")
    void aChangedZoneAloneIsWritten() throws Exception {
        LaneStore lane = lane(0);
        lane.write(new Chunk().creates(ann, in(GDPR), values("a"), "a").decided(), step(0, 1));
        KnownProfile before = owner(lane, "a").orElseThrow();

        lane.write(new Chunk().hears(before, PrivacyState.UNKNOWN).decided(), step(1, 2));

        assertThat(owner(lane, "a"))
                .contains(new KnownProfile(ann, 2, values("a"), PrivacyState.UNKNOWN));
    }

    @Test
    @Tag("M26")
    void whyProfilesAreHeldBackIsCountedOverChunksAndLanes() throws Exception {
        LaneStore first = lane(0);
        LaneStore second = lane(1);
        made(first, ann, "a");
        Verdict.HeldBack silent =
                new Verdict.HeldBack(Verdict.Rule.NOT_GRANTED, List.of(NEWS, ADS), "Not granted.");
        Verdict.HeldBack refused =
                new Verdict.HeldBack(Verdict.Rule.REFUSED, List.of(ADS), "Refused.");

        first.write(
                new Chunk().holdsBack(ann, silent).holdsBack(ann, refused).decided(), step(1, 3));
        first.write(new Chunk().holdsBack(ann, silent).decided(), step(3, 4));
        second.write(new Chunk().holdsBack(ann, silent).decided(), step(0, 1));

        assertThat(heldBack(run))
                .containsExactlyInAnyOrder(
                        "NOT_GRANTED newsletter,ads Not granted. 3", "REFUSED ads Refused. 1");
    }

    @Test
    @Tag("M26")
    void objectivesOfOneNameAreCountedApart() throws Exception {
        LaneStore lane = lane(0);
        made(lane, ann, "a");
        Verdict.HeldBack ads =
                new Verdict.HeldBack(Verdict.Rule.REFUSED, List.of(ADS), "Refused \"Ads\".");
        Verdict.HeldBack others =
                new Verdict.HeldBack(Verdict.Rule.REFUSED, List.of(NEWS), "Refused \"Ads\".");

        lane.write(new Chunk().holdsBack(ann, ads).holdsBack(ann, others).decided(), step(1, 3));

        assertThat(heldBack(run))
                .containsExactlyInAnyOrder(
                        "REFUSED ads Refused \"Ads\". 1", "REFUSED newsletter Refused \"Ads\". 1");
    }

    /// A hundred names of a hundred letters, as many as a connection may be linked to.
    @Test
    @Tag("M26")
    void theNamesOfManyObjectivesAreNoHindrance() throws Exception {
        LaneStore lane = lane(0);
        made(lane, ann, "a");
        Random letters = new Random(7);
        List<ObjectiveId> many =
                IntStream.range(0, 100)
                        .mapToObj(number -> new ObjectiveId("objective-" + number))
                        .toList();
        String reason =
                letters.ints(10_000, 'a', 'z' + 1)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
        Verdict.HeldBack silent = new Verdict.HeldBack(Verdict.Rule.NOT_GRANTED, many, reason);

        lane.write(new Chunk().holdsBack(ann, silent).decided(), step(1, 2));

        assertThat(heldBack(run)).hasSize(1).first().asString().endsWith(reason + " 1");
    }

    @Test
    @Tag("M26")
    void aChunkWhoseAnswerWasLostHoldsBackOnce() throws Exception {
        LaneStore lane = lane(0);
        made(lane, ann, "a");
        Verdict.HeldBack refused =
                new Verdict.HeldBack(Verdict.Rule.REFUSED, List.of(ADS), "Refused.");
        lane.write(new Chunk().holdsBack(ann, refused).decided(), step(1, 2));

        lane.write(new Chunk().holdsBack(ann, refused).decided(), step(1, 2));

        assertThat(heldBack(run)).containsExactly("REFUSED ads Refused. 1");
    }

    private static PrivacyState in(Zone zone, ConsentStatement... said) {
        return new PrivacyState(zone, Consents.of(List.of(said)));
    }

    private static ConsentStatement granted(ObjectiveId objective, long second) {
        return new ConsentStatement(
                objective,
                ConsentStatement.Answer.GRANTED,
                Instant.ofEpochSecond(second),
                new EvidenceId(1));
    }

    private static ConsentStatement refused(ObjectiveId objective, long second) {
        return new ConsentStatement(
                objective,
                ConsentStatement.Answer.REFUSED,
                Instant.ofEpochSecond(second),
                new EvidenceId(1));
    }

    protected static Optional<KnownProfile> owner(LaneStore lane, String customer) {
        return lookUp(lane, customer).ownerOf(new Identifier(CUSTOMER, customer));
    }

    private static KnownProfiles lookUp(LaneStore lane, String customer) {
        return lane.lookUp(
                List.of(new Identifier(CUSTOMER, customer), new Identifier(CUSTOMER, "another")));
    }

    private static PropertyValues values(String... customers) {
        return PropertyValues.builder().set(CUSTOMER, List.of(customers)).build();
    }

    /// A decision in words.
    private static final class Chunk {
        private final List<NewProfile> created = new ArrayList<>();
        private final List<ChangedProfile> changed = new ArrayList<>();
        private final List<OwnedIdentifier> added = new ArrayList<>();
        private final List<OwnedIdentifier> removed = new ArrayList<>();
        private final List<LedgerEntry> ledger = new ArrayList<>();
        private final List<Rejected> rejected = new ArrayList<>();
        private final List<Disposition> dispositions = new ArrayList<>();
        private final List<PastStatement> pastStatements = new ArrayList<>();
        private final List<HeldBack> heldBack = new ArrayList<>();
        private final ConsentTally tally = new ConsentTally();
        private LeftOut leftOut = LeftOut.NOTHING;
        private long asOf;

        Chunk creates(ProfileId id, PropertyValues values, String... customers) {
            return creates(id, PrivacyState.UNKNOWN, values, customers);
        }

        Chunk creates(
                ProfileId id, PrivacyState privacy, PropertyValues values, String... customers) {
            created.add(
                    new NewProfile(
                            id, values, privacy, privacy.consents().refusedSince(Consents.NONE)));
            tally.moved(Consents.NONE, privacy.consents());
            for (String customer : customers) {
                added.add(new OwnedIdentifier(new Identifier(CUSTOMER, customer), id));
            }
            return met(id, Disposition.CREATED, FormerValues.NONE);
        }

        /// @param properties that had no values before
        Chunk changes(KnownProfile before, PropertyValues after, int... properties) {
            changed.add(
                    new ChangedProfile(
                            before.id(),
                            before.version(),
                            after,
                            before.privacy(),
                            false,
                            Set.of()));
            List<List<String>> nothing = new ArrayList<>();
            for (int i = 0; i < properties.length; i++) {
                nothing.add(List.of());
            }
            return met(before.id(), Disposition.UPDATED, FormerValues.of(properties, nothing));
        }

        Chunk hears(KnownProfile before, PrivacyState now, ConsentStatement... past) {
            changed.add(
                    new ChangedProfile(
                            before.id(),
                            before.version(),
                            before.values(),
                            now,
                            true,
                            now.consents()
                                    .refusedSince(((PrivacyState) before.privacy()).consents())));
            tally.moved(((PrivacyState) before.privacy()).consents(), now.consents());
            for (ConsentStatement statement : past) {
                pastStatements.add(new PastStatement(before.id(), statement));
            }
            return met(before.id(), Disposition.UPDATED, FormerValues.NONE);
        }

        Chunk leaves(ProfileId id) {
            return met(id, Disposition.UNCHANGED, FormerValues.NONE);
        }

        Chunk holdsBack(ProfileId id) {
            return met(id, Disposition.SKIPPED_FOR_CONSENT, FormerValues.NONE);
        }

        Chunk holdsBack(ProfileId id, Verdict.HeldBack verdict) {
            heldBack.add(new HeldBack(dispositions.size() + 1L, Optional.of(id), verdict));
            return holdsBack(id);
        }

        Chunk asOf(KnownProfiles known) {
            asOf = known.asOf();
            return this;
        }

        Chunk takes(String customer, ProfileId from) {
            removed.add(new OwnedIdentifier(new Identifier(CUSTOMER, customer), from));
            return this;
        }

        Chunk rejects(String code) {
            dispositions.add(Disposition.REJECTED);
            long number = dispositions.size();
            rejected.add(
                    new Rejected(
                            number, number + 1, code, "Not so.", new Place("mail", "x"), "raw"));
            return this;
        }

        Chunk leavesOut(Long... byRow) {
            leftOut = new LeftOut(List.of(byRow));
            return this;
        }

        private Chunk met(ProfileId id, Disposition disposition, FormerValues before) {
            dispositions.add(disposition);
            ledger.add(new LedgerEntry(id, dispositions.size(), disposition, before));
            return this;
        }

        ChunkDecision decided() {
            return new ChunkDecision(
                    Counts.of(dispositions),
                    created,
                    changed,
                    added,
                    removed,
                    Set.of(),
                    pastStatements,
                    tally,
                    ledger,
                    rejected,
                    heldBack,
                    dispositions,
                    leftOut,
                    asOf);
        }
    }
}
