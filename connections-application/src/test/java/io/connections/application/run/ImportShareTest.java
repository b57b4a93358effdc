package io.connections.application.run;

import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static io.connections.domain.goal.GoalFixtures.aGoal;
import static io.connections.domain.goal.GoalFixtures.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.assertj.core.groups.Tuple.tuple;

import io.connections.application.connection.House;
import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.connection.port.ConnectorFailed.Reason;
import io.connections.application.profile.port.PropertyRepository.NewProperty;
import io.connections.application.run.port.CrashPoints;
import io.connections.application.run.port.CrashPoints.Point;
import io.connections.application.run.port.InMemoryChunkStore;
import io.connections.application.run.port.InMemoryRunJournal;
import io.connections.application.run.port.InMemoryRunSetups;
import io.connections.application.run.port.RecordSource;
import io.connections.application.run.port.RecordSource.SourceBroken;
import io.connections.application.run.port.RunJournal.GoalEnd;
import io.connections.application.run.port.RunJournal.Outcome;
import io.connections.application.run.port.RunSetups;
import io.connections.application.run.port.RunSetups.RunSetup;
import io.connections.application.run.port.ShareKey;
import io.connections.domain.connection.Connection;
import io.connections.domain.goal.ChunkDecision.LedgerEntry;
import io.connections.domain.goal.Counts;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.goal.MappedRecord.Rejected;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyType;
import io.connections.domain.run.Run;
import io.connections.domain.run.RunId;
import io.connections.domain.run.RunProblem;
import io.connections.domain.run.Trigger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Working on a share of an import, from the taking to the outcome.
@Tag("M18")
@Timeout(60)
class ImportShareTest {
    private final House house = new House();
    private final ProfileProperty city =
            house.properties
                    .add(
                            List.of(
                                    new NewProperty(
                                            new PropertyId("city"),
                                            "City",
                                            new PropertyType.Text(),
                                            false,
                                            false)))
                    .await()
                    .indefinitely()
                    .getFirst();
    private final ImportGoal goal =
            aGoal().matchedBy(house.email)
                    .mapping(row("E-mail", house.email), row("City", city))
                    .build();
    private final Connection connection = house.add(aConnection().switchedOn().with(goal));
    private final InMemoryRunJournal journal = new InMemoryRunJournal();
    private RunSetups setups =
            new InMemoryRunSetups(house.connections, house.properties, house.files);
    private CrashPoints crashPoints = CrashPoints.NONE;
    private InstantSource clock = InstantSource.system();
    private long maxRejected = 1_000;
    private int chunkSize = 1;
    private long chunkBytes = 1 << 20;
    private final InMemoryChunkStore store =
            new InMemoryChunkStore(journal, point -> crashPoints.reached(point));
    private long number;

    @Test
    @Tag("M17")
    void everyRecordOfTheFileIsCountedOnce() throws Exception {
        put("E-mail,City\nann@example.com,Oslo\nbob@example.com,Rome\nann@example.com,Bern\n,X\n");
        RunId run = queued();

        work(run);

        assertThat(journal.outcomeOf(run)).contains(Outcome.FINISHED);
        assertThat(store.countsOf(run)).isEqualTo(new Counts(2, 1, 0, 0, 0, 0, 1));
    }

    @Test
    @Tag("M17")
    void aChunkIsCutByWhatItsRecordsTakeInMemoryAndNotByTheBytesOfTheirLines() throws Exception {
        String lines = "ann@example.com,Oslo\n".repeat(40);
        put("E-mail,City\n" + lines);
        chunkSize = 4_000;
        chunkBytes = lines.length() + 1_000L;
        AtomicLong commits = new AtomicLong();
        crashPoints =
                point -> {
                    if (point == Point.AFTER_COMMIT) {
                        commits.incrementAndGet();
                    }
                };
        RunId run = queued();

        work(run);

        // 2,000 each, where both lanes together may hold 3,680.
        assertThat(commits).hasValue(20);
        assertThat(store.countsOf(run).read()).isEqualTo(40);
    }

    @Test
    @Tag("M17")
    void aRejectedRecordKeepsItsLineAndItsReason() throws Exception {
        put("E-mail,City\nann@example.com,Oslo\nnobody,Rome\n");
        RunId run = queued();

        work(run);

        assertThat(store.rejectedOf(run))
                .extracting(Rejected::line, Rejected::code)
                .containsExactly(tuple(3L, "bad-value"));
    }

    @Test
    @Tag("M21")
    void aFileLeftOutBecauseOfItsNameIsInTheLog() throws Exception {
        put("E-mail,City\nann@example.com,Oslo\n");
        house.files.put("customers-\uFFFD.csv", new byte[] {'x'});
        RunId run = queued();

        work(run);

        assertThat(journal.outcomeOf(run)).contains(Outcome.FINISHED);
        assertThat(journal.logOf(run))
                .anySatisfy(line -> assertThat(line).contains("customers-\uFFFD.csv", "left out"));
    }

    @Test
    @Tag("M20")
    void aFileThatWasReadToItsEndIsNotReadAgain() throws Exception {
        put("E-mail,City\nann@example.com,Oslo\n");
        work(queued());
        RunId second = queued();

        work(second);

        assertThat(journal.outcomeOf(second)).contains(Outcome.FINISHED);
        assertThat(store.countsOf(second)).isEqualTo(Counts.NONE);
    }

    @Test
    void aRunThatWasAskedToStopBeforeItBeganDoesNothing() throws Exception {
        put("E-mail,City\nann@example.com,Oslo\n");
        RunId run = queued();
        journal.askToStop(run);

        work(run);

        assertThat(journal.outcomeOf(run)).contains(Outcome.STOPPED);
        assertThat(store.countsOf(run)).isEqualTo(Counts.NONE);
    }

    @Test
    void aStoppedRunGoesOnWithNothingLostAndNothingTwice() throws Exception {
        put(
                IntStream.rangeClosed(1, 40)
                        .mapToObj("customer%d@example.com,Oslo\n"::formatted)
                        .collect(Collectors.joining("", "E-mail,City\n", "")));
        RunId run = queued();
        once(Point.AFTER_COMMIT, () -> journal.askToStop(run));
        work(run);
        Optional<Outcome> first = journal.outcomeOf(run);
        long before = store.countsOf(run).read();
        journal.requeue(run);

        work(run);

        assertThat(first).contains(Outcome.STOPPED);
        assertThat(before).isBetween(1L, 39L);
        assertThat(journal.outcomeOf(run)).contains(Outcome.FINISHED);
        assertThat(store.countsOf(run)).isEqualTo(new Counts(40, 0, 0, 0, 0, 0, 0));
        assertThat(store.ledgerOf(run)).hasSize(40);
    }

    @Test
    @Tag("M20")
    void theLogOfARunThatGoesOnCountsOn() throws Exception {
        put(
                IntStream.rangeClosed(1, 40)
                        .mapToObj("customer%d@example.com,Oslo\n"::formatted)
                        .collect(Collectors.joining("", "E-mail,City\n", "")));
        clock = elevenSecondsLaterEachTime();
        RunId run = queued();
        once(Point.AFTER_COMMIT, () -> journal.askToStop(run));
        work(run);
        List<Long> before = recordsDone(run);
        journal.requeue(run);

        work(run);

        // The lanes may say their lines in another order.
        assertThat(before).isNotEmpty();
        assertThat(recordsDone(run).stream().skip(before.size()))
                .allMatch(done -> done > Collections.max(before))
                .contains(40L);
    }

    private static InstantSource elevenSecondsLaterEachTime() {
        AtomicLong asked = new AtomicLong();
        return () -> NOON.plusSeconds(11 * asked.incrementAndGet());
    }

    private List<Long> recordsDone(RunId run) {
        return journal.logOf(run).stream()
                .filter(line -> line.contains(" records done"))
                .map(line -> Long.valueOf(line.replaceAll("INFO (\\d+) records done.*", "$1")))
                .toList();
    }

    @Test
    @Tag("M20")
    void aStopThatIsAskedForWhileTheSourceIsSilentIsHeard() throws Exception {
        put("E-mail,City\nann@example.com,Oslo\n");
        RunId run = queued();
        setups = losingTheConnection(() -> journal.askToStop(run));

        work(run);

        assertThat(journal.outcomeOf(run)).contains(Outcome.STOPPED);
    }

    @Test
    @Tag("M20")
    void aStopThatIsAskedForInThePauseBeforeAFileIsTriedAgainIsHeard() throws Exception {
        put("E-mail,City\nann@example.com,Oslo\n");
        RunId run = queued();
        AtomicLong tries = new AtomicLong();
        setups =
                changed(
                        reliable ->
                                opening(
                                        reliable,
                                        goal ->
                                                new LosingSource(
                                                        reliable.open(goal),
                                                        tries::incrementAndGet,
                                                        () -> journal.askToStop(run))));

        work(run);

        assertThat(journal.outcomeOf(run)).contains(Outcome.STOPPED);
        assertThat(tries).hasValue(1);
    }

    @Test
    @Tag("M21")
    void aServerIsNotConnectedToAgainOnceAStopWasAskedFor() throws Exception {
        RunId run = queued();
        AtomicLong connected = new AtomicLong();
        setups =
                neverConnecting(
                        () -> {
                            connected.incrementAndGet();
                            journal.askToStop(run);
                        });

        work(run);

        assertThat(journal.outcomeOf(run)).contains(Outcome.STOPPED);
        assertThat(connected).hasValue(1);
    }

    @Test
    @Tag("M21")
    void aStopThatIsAskedForBeforeTheServerRefusesForGoodIsAStop() throws Exception {
        RunId run = queued();
        setups = changed(reliable -> refusing(reliable, () -> journal.askToStop(run)));

        work(run);

        assertThat(journal.outcomeOf(run)).contains(Outcome.STOPPED);
    }

    @Test
    @Tag("M21")
    void whileAFileCannotBeMarkedAStopIsHeardAndTheFileIsMarkedLater() throws Exception {
        put("E-mail,City\nann@example.com,Oslo\n");
        RunId run = queued();
        AtomicLong marked = new AtomicLong();
        setups =
                changed(
                        reliable ->
                                concluding(
                                        reliable,
                                        () -> {
                                            if (marked.incrementAndGet() == 1) {
                                                journal.askToStop(run);
                                                throw new ConnectorFailed(
                                                        Reason.CONNECTION_LOST, "Gone.", "Wait.");
                                            }
                                        }));
        work(run);
        Optional<Outcome> first = journal.outcomeOf(run);
        long before = marked.get();
        journal.requeue(run);

        work(run);

        assertThat(first).contains(Outcome.STOPPED);
        assertThat(before).isEqualTo(1);
        assertThat(journal.outcomeOf(run)).contains(Outcome.FINISHED);
        assertThat(marked).hasValue(2);
        assertThat(store.countsOf(run)).isEqualTo(new Counts(1, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void aChunkThatMeetsSomebodyElsesChangeIsDecidedAgain() throws Exception {
        put("E-mail,City\nann@example.com,Oslo\n");
        RunId first = queued();
        work(first);
        ProfileId ann = store.ledgerOf(first).getFirst().profile();
        put("E-mail,City\nann@example.com,Amsterdam\n");
        RunId second = queued();
        once(Point.BEFORE_COPY, () -> store.touch(ann));

        work(second);

        assertThat(store.countsOf(second)).isEqualTo(new Counts(0, 1, 0, 0, 0, 0, 0));
        assertThat(journal.logOf(second)).anyMatch(line -> line.contains("decided again"));
    }

    @Test
    @Tag("M16")
    void aProfileThatIsDeletedWhileItsUnchangedRecordIsWrittenIsMadeAnew() throws Exception {
        put("E-mail,City\nann@example.com,Oslo\n");
        RunId first = queued();
        work(first);
        ProfileId ann = store.ledgerOf(first).getFirst().profile();
        put("E-mail,City\nann@example.com,Oslo\nann@example.com,Oslo\n");
        RunId second = queued();
        once(Point.BEFORE_COPY, () -> store.delete(ann));

        work(second);

        assertThat(store.countsOf(second)).isEqualTo(new Counts(1, 0, 1, 0, 0, 0, 0));
        assertThat(store.ledgerOf(second))
                .extracting(LedgerEntry::profile)
                .doesNotContain(ann)
                .hasSize(2);
    }

    @Test
    void aRunWhoseShareAnotherProcessTakesIsLeftAlone() throws Exception {
        put("E-mail,City\nann@example.com,Oslo\n");
        RunId run = queued();

        once(Point.AFTER_COMMIT, () -> journal.take(new ShareKey(run, 0), "another process"));

        work(run);

        assertThat(journal.outcomeOf(run)).isEmpty();
        assertThat(journal.logOf(run)).last().asString().contains("Another process");
    }

    @Test
    void aRunOverWhichProcessAfterProcessDisappearsFailsAndSaysTheWayOut() throws Exception {
        put("E-mail,City\nann@example.com,Oslo\n");
        RunId run = queued();
        disappear(run, 5);

        work(run);

        assertThat(journal.outcomeOf(run)).contains(Outcome.FAILED);
        assertThat(problem(run).code()).isEqualTo("taken-up-in-vain");
        assertThat(problem(run).message()).contains("5 times");
        assertThat(problem(run).remedy()).contains("resume the run");
        assertThat(failed(run).resumable()).isTrue();
        assertThat(store.countsOf(run)).isEqualTo(Counts.NONE);
    }

    @Test
    void whoResumesARunThatWasGivenUpTriesItAgain() throws Exception {
        put("E-mail,City\nann@example.com,Oslo\n");
        RunId run = queued();
        disappear(run, 5);
        work(run);
        journal.requeue(run);

        work(run);

        assertThat(journal.outcomeOf(run)).contains(Outcome.FINISHED);
    }

    @Test
    @Tag("M32")
    void aProcessThatIsToldToEndHasNotDisappearedOverItsRuns() throws Exception {
        put("E-mail,City\nann@example.com,Oslo\n");
        RunId run = queued();
        RunSetups reliable = setups;
        setups = losingTheConnection(Thread.currentThread()::interrupt);
        for (int restart = 0; restart < 10; restart++) {
            assertThatThrownBy(() -> work(run)).isInstanceOf(InterruptedException.class);
        }
        setups = reliable;

        work(run);

        assertThat(journal.outcomeOf(run)).contains(Outcome.FINISHED);
    }

    private void disappear(RunId run, int times) {
        for (int time = 1; time <= times; time++) {
            journal.take(new ShareKey(run, 0), "process " + time);
        }
    }

    @Test
    void whatIsWrongWithTheSourceFailsTheRunAndSaysTheWayOut() throws Exception {
        put("");
        RunId run = queued();

        work(run);

        assertThat(journal.outcomeOf(run)).contains(Outcome.FAILED);
        assertThat(problem(run).code()).isEqualTo("file-empty");
        assertThat(failed(run).resumable()).isFalse();
        assertThat(problem(run).remedy()).isNotBlank();
    }

    @Test
    @Tag("M17")
    void aRunThatRejectsTooMuchFailsWithAllThatItReadCounted() throws Exception {
        maxRejected = 10;
        put("E-mail,City\n" + "nobody,Oslo\n".repeat(40));
        RunId run = queued();

        work(run);

        assertThat(journal.outcomeOf(run)).contains(Outcome.FAILED);
        assertThat(problem(run).code()).isEqualTo("too-many-rejected");
        assertThat(problem(run).message()).contains("10 records");
        assertThat(store.countsOf(run).rejected()).isEqualTo(11);
        assertThat(store.rejectedOf(run)).hasSize(11);
    }

    @Test
    @Tag("M17")
    void whoGoesOnWithoutBeingAllowedMoreRejectsNoMore() throws Exception {
        maxRejected = 10;
        put("E-mail,City\n" + "nobody,Oslo\n".repeat(40));
        RunId run = queued();
        work(run);
        journal.requeue(run);

        work(run);

        assertThat(problem(run).code()).isEqualTo("too-many-rejected");
        assertThat(store.rejectedOf(run)).hasSize(11);
    }

    @Test
    @Tag("M17")
    void whoGoesOnAndIsAllowedMoreLosesNothing() throws Exception {
        maxRejected = 10;
        put("E-mail,City\n" + "nobody,Oslo\n".repeat(39) + "ann@example.com,Oslo\n");
        RunId run = queued();
        work(run);
        journal.requeue(run);
        maxRejected = 1_000;

        work(run);

        assertThat(journal.outcomeOf(run)).contains(Outcome.FINISHED);
        assertThat(store.countsOf(run)).isEqualTo(new Counts(1, 0, 0, 0, 0, 0, 39));
    }

    @Test
    void thatThereIsNoFileFailsTheRun() throws Exception {
        RunId run = queued();

        work(run);

        assertThat(journal.outcomeOf(run)).contains(Outcome.FAILED);
        assertThat(problem(run).code()).isEqualTo("file-missing");
        assertThat(failed(run).resumable()).isTrue();
    }

    @Test
    void aRunOfAConnectionThatWasDeletedFails() throws Exception {
        house.connections.delete(connection.id()).await().indefinitely();
        RunId run = queued();

        work(run);

        assertThat(journal.outcomeOf(run)).contains(Outcome.FAILED);
        assertThat(problem(run).code()).isEqualTo("connection-gone");
        assertThat(failed(run).resumable()).isFalse();
    }

    private RunProblem problem(RunId run) {
        return failed(run).problem();
    }

    private GoalEnd.Failed failed(RunId run) {
        return assertThat(journal.endOf(run, 0))
                .get()
                .asInstanceOf(type(GoalEnd.Failed.class))
                .actual();
    }

    private void once(Point wanted, Runnable action) {
        AtomicBoolean done = new AtomicBoolean();
        crashPoints =
                point -> {
                    if (point == wanted && !done.getAndSet(true)) {
                        action.run();
                    }
                };
    }

    /// Its files are listed, and none can be read.
    private RunSetups losingTheConnection(Runnable onLoss) {
        return changed(reliable -> losing(reliable, onLoss));
    }

    private RunSetups neverConnecting(Runnable onTry) {
        return changed(reliable -> failing(reliable, Reason.TIMED_OUT, onTry));
    }

    private static RunSetup refusing(RunSetup reliable, Runnable onTry) {
        return failing(reliable, Reason.SIGN_IN_REFUSED, onTry);
    }

    private static RunSetup failing(RunSetup reliable, Reason reason, Runnable onTry) {
        return opening(
                reliable,
                _ -> {
                    onTry.run();
                    throw new ConnectorFailed(reason, "It did not let us in.", "Wait.");
                });
    }

    private static RunSetup concluding(RunSetup reliable, Attempt attempt) {
        return opening(reliable, goal -> new ConcludingSource(reliable.open(goal), attempt));
    }

    private interface Opener {
        RecordSource open(ImportGoal goal) throws ConnectorFailed;
    }

    private static RunSetup opening(RunSetup reliable, Opener opener) {
        return new RunSetup() {
            @Override
            public Optional<ImportGoal> goal(GoalId id) {
                return reliable.goal(id);
            }

            @Override
            public RecordSource open(ImportGoal wanted) throws ConnectorFailed {
                return opener.open(wanted);
            }
        };
    }

    private RunSetups changed(UnaryOperator<RunSetup> change) {
        RunSetups reliable = setups;
        return new RunSetups() {
            @Override
            public RunSetup load(Run.Order order) throws SetupGone {
                return change.apply(reliable.load(order));
            }

            @Override
            public List<StoredProperty> properties() {
                return reliable.properties();
            }
        };
    }

    private static RunSetup losing(RunSetup reliable, Runnable onLoss) {
        return opening(reliable, goal -> new LosingSource(reliable.open(goal), onLoss, () -> {}));
    }

    private interface Attempt {
        void made() throws ConnectorFailed;
    }

    private record ConcludingSource(RecordSource reliable, Attempt attempt)
            implements RecordSource {
        @Override
        public List<Part> parts() throws ConnectorFailed {
            return reliable.parts();
        }

        @Override
        public RecordReader open(Part part, Optional<Proof> proof)
                throws ConnectorFailed, SourceBroken {
            return reliable.open(part, proof);
        }

        @Override
        public void conclude(Part part) throws ConnectorFailed {
            attempt.made();
            reliable.conclude(part);
        }

        @Override
        public void close() {
            reliable.close();
        }
    }

    /// @param onClose what happens between two tries
    private record LosingSource(RecordSource reliable, Runnable onLoss, Runnable onClose)
            implements RecordSource {
        @Override
        public List<Part> parts() throws ConnectorFailed {
            return reliable.parts();
        }

        @Override
        public RecordReader open(Part part, Optional<Proof> proof) throws ConnectorFailed {
            onLoss.run();
            throw new ConnectorFailed(Reason.CONNECTION_LOST, "It is gone.", "Wait.");
        }

        @Override
        public void conclude(Part part) throws ConnectorFailed {
            reliable.conclude(part);
        }

        @Override
        public void close() {
            onClose.run();
            reliable.close();
        }
    }

    private void put(String content) {
        house.files.put("customers-1.csv", content.getBytes(StandardCharsets.UTF_8));
    }

    private RunId queued() {
        RunId run = new RunId(UUID.randomUUID());
        journal.queue(
                new Run.Order(
                        run,
                        ++number,
                        connection.id(),
                        connection.version(),
                        new Trigger.Manual("Mia"),
                        NOON),
                List.of(goal.id()));
        return run;
    }

    /// In chunks of one record, unless told otherwise.
    private void work(RunId run) throws InterruptedException {
        new ImportShare(
                        journal,
                        store,
                        setups,
                        crashPoints,
                        new EngineSettings(
                                chunkSize,
                                chunkBytes,
                                2,
                                Duration.ofSeconds(5),
                                Duration.ofMillis(1),
                                2,
                                maxRejected),
                        clock)
                .handle(new ShareKey(run, 0), "test");
    }
}
