package io.connections.application.run.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connections.application.run.port.Lease.GoalStep;
import io.connections.application.run.port.RecordSource.Layout;
import io.connections.application.run.port.RecordSource.Part;
import io.connections.application.run.port.RecordSource.Proof;
import io.connections.application.run.port.RunJournal.GoalEnd;
import io.connections.application.run.port.RunJournal.GoalProgress;
import io.connections.application.run.port.RunJournal.Level;
import io.connections.application.run.port.RunJournal.Outcome;
import io.connections.application.run.port.RunJournal.PartProgress;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.goal.Counts;
import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.LeftOut;
import io.connections.domain.kernel.Version;
import io.connections.domain.run.Run;
import io.connections.domain.run.RunId;
import io.connections.domain.run.RunProblem;
import io.connections.domain.run.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every journal of runs does for the processes that work on them.
@Tag("M18")
public abstract class RunJournalContract {
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    private static final Part A = new Part("/in/a.csv", 10, MONDAY);
    private static final Part B = new Part("/in/b.csv", 20, MONDAY);
    private static final Proof WHOLE = new Proof(10, "ab12");
    private static final Layout LINES =
            new Layout(new FileFormat.JsonLines(FileFormat.Encoding.UTF_8), List.of());
    private static final RunProblem BROKEN =
            new RunProblem("file-empty", "It is empty.", "Send another.", Optional.of("0 bytes"));

    private final ConnectionId connection = new ConnectionId(UUID.randomUUID());
    private long number;
    private final GoalId customers = new GoalId(UUID.randomUUID());
    private final GoalId orders = new GoalId(UUID.randomUUID());

    protected abstract RunJournal journal();

    /// Plays the request that queues a run, of goals that are called by their ids.
    protected abstract void queue(Run.Order order, List<GoalId> goals);

    /// Plays the request that asks a run to stop.
    protected abstract void askToStop(RunId run);

    /// Plays the request that lets a run go on which has stopped or failed.
    protected abstract void requeue(RunId run);

    /// What people read.
    protected abstract List<String> log(RunId run);

    @Test
    void aQueuedRunHasOneShareWithAllThatItWasMadeFor() {
        Run.Order order = queued(customers, orders);

        Lease lease = take(order);

        assertThat(journal().openShares()).contains(lease.share());
        assertThat(lease.order()).isEqualTo(order);
        assertThat(lease.rereadFinished()).isFalse();
        assertThat(lease.goals())
                .containsExactly(
                        new GoalStep(0, customers, customers.value().toString(), false, false),
                        new GoalStep(1, orders, orders.value().toString(), false, false));
    }

    @Test
    @Tag("M27")
    void whatIsKeptOfWhereConsentCameFromIsTheSameHoweverOftenItIsAskedFor() {
        Run.Order order = queued(customers, orders);
        EvidenceId first = journal().evidence(take(order), 0);

        Lease again = take(order);

        assertThat(journal().evidence(again, 0)).isEqualTo(first);
        assertThat(journal().evidence(again, 1)).isNotEqualTo(first);
    }

    @Test
    void whoTakesAShareEndsTheRightOfWhoHadIt() {
        Run.Order order = queued(customers);
        Lease frozen = take(order);
        journal().begin(frozen, 0, 1, List.of(A));

        Lease newer = take(order);

        Stream<Consumer<Lease>> calls =
                Stream.of(
                        lease -> journal().stopRequested(lease),
                        lease -> journal().begin(lease, 0, 1, List.of(A)),
                        lease -> journal().progress(lease, 0),
                        lease -> journal().alreadyFinished(lease, 0, List.of(A)),
                        lease -> journal().evidence(lease, 0),
                        lease -> journal().partOpened(lease, 0, 0, LINES),
                        lease -> journal().layoutChanged(lease, 0, 0, 2, LINES),
                        lease -> journal().partChanged(lease, 0, 0),
                        lease -> journal().partFinished(lease, 0, 0, 1, WHOLE),
                        lease -> journal().partConcluded(lease, 0, 0),
                        lease -> journal().goalEnded(lease, 0, new GoalEnd.Finished()),
                        lease -> journal().letGo(lease),
                        lease -> journal().close(lease));
        assertThat(calls)
                .allSatisfy(
                        call ->
                                assertThatThrownBy(() -> call.accept(frozen))
                                        .isInstanceOf(FenceLost.class));
        assertThat(journal().progress(newer, 0).orElseThrow().parts()).containsExactly(waiting(A));
    }

    @Test
    void whoDisappearsBeforeTheRunGetsFurtherIsCounted() {
        Run.Order order = queued(customers);
        Lease first = take(order);
        Lease second = take(order);
        journal().begin(second, 0, 1, List.of(A));
        Lease third = take(order);
        Lease fourth = take(order);
        journal().partFinished(fourth, 0, 0, 7, WHOLE);
        Lease fifth = take(order);

        Lease sixth = take(order);

        assertThat(Stream.of(first, second, third, fourth, fifth, sixth))
                .extracting(lease -> lease.takeovers().inVain())
                .containsExactly(0, 1, 0, 1, 0, 1);
    }

    @Test
    void whoLetsAShareGoHasNotDisappeared() {
        Run.Order order = queued(customers);
        take(order);
        Lease second = take(order);
        journal().letGo(second);

        Lease third = take(order);

        assertThat(third.fence()).isGreaterThan(second.fence());
        assertThat(third.takeovers().inVain()).isEqualTo(1);
    }

    @Test
    void aRunThatIsResumedIsCountedAnew() {
        Run.Order order = queued(customers);
        take(order);
        Lease second = take(order);
        journal().goalEnded(second, 0, new GoalEnd.Failed(BROKEN, true));
        journal().close(second);
        requeue(order.id());

        Lease again = take(order);

        assertThat(again.takeovers().inVain()).isZero();
    }

    @Test
    void nobodyTakesAShareOfARunThatHasEnded() {
        Run.Order order = queued(customers);
        Lease lease = take(order);
        journal().goalEnded(lease, 0, new GoalEnd.Finished());

        journal().close(lease);

        assertThat(journal().take(lease.share(), "late")).isEmpty();
        assertThat(journal().openShares()).doesNotContain(lease.share());
    }

    @Test
    void aStopThatWasAskedForIsSeen() {
        Run.Order order = queued(customers);
        Lease lease = take(order);
        boolean before = journal().stopRequested(lease);

        askToStop(order.id());

        assertThat(before).isFalse();
        assertThat(journal().stopRequested(lease)).isTrue();
    }

    @Test
    void whatAGoalReadsAndInHowManyLanesIsFixedByTheFirstAttempt() {
        Lease lease = take(queued(customers));

        GoalProgress first = journal().begin(lease, 0, 2, List.of(A, B));
        GoalProgress second = journal().begin(lease, 0, 5, List.of(B));

        assertThat(first)
                .isEqualTo(
                        new GoalProgress(
                                List.of(waiting(A), waiting(B)),
                                List.of(LanePosition.START, LanePosition.START),
                                Counts.NONE,
                                LeftOut.NOTHING));
        assertThat(second).isEqualTo(first);
    }

    @Test
    void aGoalThatNobodyBeganHasNoProgress() {
        Run.Order order = queued(customers, orders);
        Lease lease = take(order);
        GoalProgress begun = journal().begin(lease, 0, 1, List.of(A));

        Lease newer = take(order);

        assertThat(newer.goals()).extracting(GoalStep::begun).containsExactly(true, false);
        assertThat(journal().progress(newer, 0)).contains(begun);
        assertThat(journal().progress(newer, 1)).isEmpty();
    }

    @Test
    void aPartIsFinishedWithItsRecordsAndConcludedForItself() {
        Lease lease = take(queued(customers));
        journal().begin(lease, 0, 1, List.of(A, B));
        journal().partOpened(lease, 0, 0, LINES);
        journal().partFinished(lease, 0, 0, 7, WHOLE);
        PartProgress finished = first(lease);

        journal().partConcluded(lease, 0, 0);

        assertThat(finished).isEqualTo(new PartProgress(A, true, 7, false));
        assertThat(first(lease)).isEqualTo(new PartProgress(A, true, 7, true));
        assertThat(journal().progress(lease, 0).orElseThrow().parts().getLast())
                .isEqualTo(waiting(B));
    }

    @Test
    void aFinishedPartStaysFinishedWhenItIsOpenedAgain() {
        Lease lease = take(queued(customers));
        journal().begin(lease, 0, 1, List.of(A));
        journal().partFinished(lease, 0, 0, 7, WHOLE);

        journal().partOpened(lease, 0, 0, LINES);

        assertThat(first(lease).finished()).isTrue();
    }

    @Test
    void aPartThatHasChangedIsNotFinished() {
        Lease lease = take(queued(customers));
        journal().begin(lease, 0, 1, List.of(A));
        journal().partOpened(lease, 0, 0, LINES);

        journal().partChanged(lease, 0, 0);

        assertThat(first(lease)).isEqualTo(waiting(A));
    }

    @Test
    @Tag("M20")
    void laterRunsOfTheGoalKnowAFileThatWasReadToItsEnd() {
        Lease first = take(queued(customers));
        journal().begin(first, 0, 1, List.of(A, B));
        journal().partFinished(first, 0, 0, 7, WHOLE);
        ended(first);

        Lease second = take(queued(customers, orders));

        assertThat(journal().alreadyFinished(second, 0, List.of(A, B))).containsExactly(A);
        assertThat(journal().alreadyFinished(second, 1, List.of(A, B))).isEmpty();
    }

    @Test
    @Tag("M20")
    void aFileThatHasChangedSinceIsANewOne() {
        Lease first = take(queued(customers));
        journal().begin(first, 0, 1, List.of(A));
        journal().partFinished(first, 0, 0, 7, WHOLE);
        ended(first);

        Lease second = take(queued(customers));

        assertThat(
                        journal()
                                .alreadyFinished(
                                        second,
                                        0,
                                        List.of(
                                                new Part(A.path(), A.size() + 1, MONDAY),
                                                new Part(A.path(), A.size(), MONDAY.plusMillis(1)),
                                                new Part("/a.csv", A.size(), MONDAY))))
                .isEmpty();
    }

    @Test
    @Tag("M17")
    void mendedRecordsAreNoFileOfTheOtherSystem() {
        Lease first = take(queued(customers));
        ended(first);
        Run.Order replay = order(new Trigger.Replay(first.run(), first.order().createdAt(), "Mia"));
        queue(replay, List.of(customers));
        Lease mending = take(replay);
        journal().begin(mending, 0, 1, List.of(A));
        journal().partFinished(mending, 0, 0, 7, WHOLE);

        assertThat(mending.order().trigger()).isEqualTo(replay.trigger());
        assertThat(first(mending).finished()).isTrue();
        assertThat(journal().alreadyFinished(mending, 0, List.of(A))).isEmpty();
    }

    @Test
    @Tag("M27")
    void mendedRecordsSaidWhatTheySayWhenTheyWereReadFirst() {
        Lease first = take(queued(customers));
        ended(first);
        Lease second = take(replayOf(first, first, 60));
        ended(second);

        Lease third = take(replayOf(second, first, 120));

        assertThat(third.order().createdAt()).isNotEqualTo(first.order().createdAt());
        assertThat(third.order().saidAt()).isEqualTo(first.order().createdAt());
    }

    private Run.Order replayOf(Lease mended, Lease first, long secondsLater) {
        Run.Order order =
                order(
                        new Trigger.Replay(mended.run(), first.order().createdAt(), "Mia"),
                        first.order().createdAt().plusSeconds(secondsLater));
        queue(order, List.of(customers));
        return order;
    }

    @Test
    void theLastShareEndsTheRunAsItsGoalsHaveEnded() {
        Map<List<GoalEnd>, Outcome> outcomes =
                Map.of(
                        List.of(new GoalEnd.Finished(), new GoalEnd.Finished()),
                        Outcome.FINISHED,
                        List.of(new GoalEnd.Finished(), new GoalEnd.Failed(BROKEN, true)),
                        Outcome.FAILED,
                        List.of(new GoalEnd.Failed(BROKEN, true), new GoalEnd.Stopped()),
                        Outcome.FAILED,
                        List.of(new GoalEnd.Finished(), new GoalEnd.Stopped()),
                        Outcome.STOPPED);

        assertThat(outcomes)
                .allSatisfy(
                        (ends, outcome) -> {
                            Lease lease = take(queued(customers, orders));
                            journal().goalEnded(lease, 0, ends.getFirst());
                            journal().goalEnded(lease, 1, ends.getLast());

                            assertThat(journal().close(lease)).contains(outcome);
                        });
    }

    @Test
    void aRunWhoseGoalNeverBeganIsStopped() {
        Lease lease = take(queued(customers, orders));
        journal().goalEnded(lease, 0, new GoalEnd.Finished());

        assertThat(journal().close(lease)).contains(Outcome.STOPPED);
    }

    @Test
    void aCallWhoseAnswerWasLostMayBeRepeated() {
        Lease lease = take(queued(customers));
        journal().begin(lease, 0, 1, List.of(A));
        journal().partFinished(lease, 0, 0, 7, WHOLE);
        journal().partFinished(lease, 0, 0, 7, WHOLE);
        journal().partConcluded(lease, 0, 0);
        journal().partConcluded(lease, 0, 0);
        journal().goalEnded(lease, 0, new GoalEnd.Finished());
        journal().goalEnded(lease, 0, new GoalEnd.Finished());
        journal().close(lease);

        assertThat(journal().close(lease)).contains(Outcome.FINISHED);
    }

    @Test
    void aRunThatGoesOnKnowsWhichGoalsAreDone() {
        Run.Order order = queued(customers, orders);
        Lease lease = take(order);
        journal().begin(lease, 0, 1, List.of(A));
        journal().goalEnded(lease, 0, new GoalEnd.Finished());
        journal().begin(lease, 1, 1, List.of(B));
        journal().goalEnded(lease, 1, new GoalEnd.Failed(BROKEN, true));
        journal().close(lease);

        requeue(order.id());
        Lease again = take(order);

        assertThat(again.goals()).extracting(GoalStep::begun).containsExactly(true, true);
        assertThat(again.goals()).extracting(GoalStep::finished).containsExactly(true, false);
    }

    @Test
    void theLogIsReadInTheOrderOfWriting() {
        Run.Order order = queued(customers);

        journal().log(order.id(), Level.INFO, "Started.");
        journal().log(order.id(), Level.ERROR, "Failed.");

        assertThat(log(order.id())).containsExactly("INFO Started.", "ERROR Failed.");
    }

    protected final Run.Order queued(GoalId... goals) {
        Run.Order order = order(new Trigger.Manual("Mia"));
        queue(order, List.of(goals));
        return order;
    }

    private Run.Order order(Trigger trigger) {
        return order(trigger, MONDAY);
    }

    private Run.Order order(Trigger trigger, Instant at) {
        return new Run.Order(
                new RunId(UUID.randomUUID()), ++number, connection, new Version(3), trigger, at);
    }

    /// As a process does that looks for work.
    protected final Lease take(Run.Order order) {
        ShareKey share =
                journal().openShares().stream()
                        .filter(open -> open.run().equals(order.id()))
                        .findFirst()
                        .orElseThrow();
        return journal().take(share, "a process").orElseThrow();
    }

    private void ended(Lease lease) {
        journal().goalEnded(lease, 0, new GoalEnd.Finished());
        journal().close(lease);
    }

    private PartProgress first(Lease lease) {
        return journal().progress(lease, 0).orElseThrow().parts().getFirst();
    }

    private static PartProgress waiting(Part part) {
        return new PartProgress(part, false, 0, false);
    }
}
