package io.connections.application.run;

import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.connection.port.ConnectorFailed.Reason;
import io.connections.application.run.port.CrashPoints.Point;
import io.connections.application.run.port.RecordSource;
import io.connections.application.run.port.RecordSource.SourceBroken;
import io.connections.application.run.port.RunJournal.Outcome;
import io.connections.application.run.port.RunSetups;
import io.connections.application.run.port.RunSetups.RunSetup;
import io.connections.domain.goal.Counts;
import io.connections.domain.run.RunId;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A stop is heard wherever the work stands, and whoever goes on goes on from there.
@Tag("M18")
@Timeout(60)
class ImportShareStopTest extends ImportOfOneGoal {
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
}
