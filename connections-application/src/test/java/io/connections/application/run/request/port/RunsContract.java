package io.connections.application.run.request.port;

import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.connection.port.RunsOfConnections;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.port.Ids;
import io.connections.application.run.request.ConnectionOff;
import io.connections.application.run.request.HourlyTotal;
import io.connections.application.run.request.HourlyTotal.Ends;
import io.connections.application.run.request.LogLine;
import io.connections.application.run.request.RunDetail;
import io.connections.application.run.request.RunDetail.GoalState;
import io.connections.application.run.request.RunInProgress;
import io.connections.application.run.request.RunNotResumable;
import io.connections.application.run.request.RunState;
import io.connections.application.run.request.RunSummary;
import io.connections.application.run.request.RunSummary.Cause;
import io.connections.application.run.request.SourceFile;
import io.connections.application.run.request.port.RunQueue.NewGoal;
import io.connections.application.run.request.port.RunQueue.NewRun;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.goal.Counts;
import io.connections.domain.goal.GoalId;
import io.connections.domain.run.RunId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every store of runs does for requests: what the queue is told, the readings tell.
public abstract class RunsContract {
    private static final AtomicInteger HOURS = new AtomicInteger(1000);

    private final GoalId customers = new GoalId(UUID.randomUUID());
    private Connection connection = aConnection().switchedOn().build();

    protected abstract ConnectionRepository connections();

    protected abstract RunQueue queue();

    protected abstract RunReadings readings();

    protected abstract RunsOfConnections ofConnections();

    protected abstract Ids ids();

    /// Plays the worker that has ended the run.
    protected abstract void ended(RunId run, RunState state, Instant at);

    /// All its goals have met what no resumption gets over.
    protected abstract void failedForGood(RunId run, Instant at);

    /// Plays the worker that commits a chunk of the run.
    protected abstract void committed(RunId run, Counts counts, Instant at);

    /// Plays the worker that has read a file to its end.
    protected abstract void finished(ConnectionId of, GoalId goal, SourceFile file);

    /// Runs it in a unit of work and waits for what it answers.
    protected abstract <T> T await(Supplier<Uni<T>> work);

    /// Waits for an answer outside a unit of work.
    protected abstract <T> T ask(Supplier<Uni<T>> question);

    @BeforeEach
    void aConnectionThatIsOn() {
        connection = aConnection().switchedOn().build();
        await(() -> connections().add(connection));
    }

    @Test
    @Tag("M5")
    void aQueuedRunSaysWhatItWillDo() {
        RunId run = queued();

        RunDetail found = find(run);

        assertThat(found.summary())
                .isEqualTo(
                        new RunSummary(
                                run,
                                1,
                                connection.id(),
                                connection.name(),
                                RunState.QUEUED,
                                byMia(),
                                NOON,
                                Optional.empty(),
                                Optional.empty(),
                                Counts.NONE,
                                Optional.empty()));
        assertThat(found.goals())
                .containsExactly(
                        new RunDetail.Goal(
                                customers,
                                "customers",
                                GoalState.WAITING,
                                Counts.NONE,
                                List.of(),
                                List.of(),
                                Optional.empty()));
        assertThat(found.files()).isEmpty();
        assertThat(found.resumable()).isFalse();
    }

    @Test
    @Tag("M1")
    void ofManyThoseThatRunAreKnownAndStopTogether() {
        RunId run = queued();
        ConnectionId idle = new ConnectionId(UUID.randomUUID());

        Set<ConnectionId> running =
                await(() -> ofConnections().running(List.of(connection.id(), idle)));
        await(() -> ofConnections().stopAll(List.of(connection.id(), idle)));

        assertThat(running).containsExactly(connection.id());
        assertThat(find(run).summary().state()).isEqualTo(RunState.STOPPING);
    }

    @Test
    @Tag("M18")
    void aRunThatNobodyQueuedIsNotFound() {
        Optional<RunDetail> found = ask(() -> readings().find(new RunId(ids().next())));

        assertThat(found).isEmpty();
    }

    @Test
    @Tag("M22")
    void aConnectionNeverRunsTwiceAtOnce() {
        RunId first = queued();

        Throwable refused = catchThrowable(this::queued);

        assertThat(refused)
                .asInstanceOf(type(RunInProgress.class))
                .extracting(RunInProgress::run)
                .isEqualTo(first);
    }

    @Test
    @Tag("M6")
    void aConnectionThatIsOffNeverRuns() {
        await(() -> connections().turn(connection.id(), false));

        Throwable refused = catchThrowable(this::queued);

        assertThat(refused).isInstanceOf(ConnectionOff.class);
    }

    @Test
    @Tag("M6")
    void aConnectionThatIsGoneNeverRuns() {
        await(() -> connections().delete(connection.id()));

        Throwable refused = catchThrowable(this::queued);

        assertThat(refused).isInstanceOf(ConnectionOff.class);
    }

    @Test
    @Tag("M5")
    void runsAreNumberedByConnectionAndListedNewestFirst() {
        RunId first = queuedAndEnded(RunState.FINISHED);
        RunId second = queuedAndEnded(RunState.FAILED);
        RunId third = queued();

        Page<RunSummary> page = history(new PageRequest(Optional.empty(), 2));
        Page<RunSummary> next = history(new PageRequest(page.next(), 2));

        assertThat(page.items()).extracting(RunSummary::id).containsExactly(third, second);
        assertThat(page.items()).extracting(RunSummary::number).containsExactly(3, 2);
        assertThat(next.items()).extracting(RunSummary::id).containsExactly(first);
        assertThat(next.next()).isEmpty();
    }

    @Test
    @Tag("M1")
    void theLastRunOfEachConnectionIsKnownAndNoneWhereNoneWas() {
        queuedAndEnded(RunState.FINISHED);
        RunId last = queued();
        ConnectionId neverRun = new ConnectionId(UUID.randomUUID());

        var found = ask(() -> readings().lastOf(List.of(connection.id(), neverRun)));

        assertThat(found).containsOnlyKeys(connection.id());
        assertThat(found.get(connection.id())).extracting(RunSummary::id).isEqualTo(last);
    }

    @Test
    @Tag("M29")
    void onlyRunsThatHaveNotEndedAreActive() {
        RunId ended = queuedAndEnded(RunState.STOPPED);
        RunId active = queued();

        List<RunSummary> found = ask(() -> readings().active(PageRequest.first())).items();
        List<RunSummary> all = ask(() -> readings().all(PageRequest.first())).items();

        assertThat(found).extracting(RunSummary::id).contains(active).doesNotContain(ended);
        assertThat(all).extracting(RunSummary::id).containsSubsequence(active, ended);
    }

    @Test
    @Tag("M29")
    void onlyRunsThatHaveEndedAreOver() {
        RunId ended = queuedAndEnded(RunState.STOPPED);
        RunId last = queuedAndEnded(RunState.FAILED);
        RunId active = queued();

        List<RunSummary> found = ask(() -> readings().ended(PageRequest.first())).items();

        assertThat(found)
                .extracting(RunSummary::id)
                .containsSubsequence(last, ended)
                .doesNotContain(active);
    }

    @Test
    @Tag("M29")
    void hoursSumUpWhatWasCommittedAndWhatEndedInThem() {
        Instant hour = anHourOfItsOwn();
        RunId run = queued();
        committed(run, new Counts(3, 2, 1, 0, 0, 0, 1), hour);
        committed(run, new Counts(1, 0, 0, 1, 1, 1, 0), hour.plusSeconds(3599));
        committed(run, new Counts(5, 0, 0, 0, 0, 0, 0), hour.plusSeconds(3600));
        ended(run, RunState.FINISHED, hour.plusSeconds(3700));
        ended(queued(), RunState.FAILED, hour.plusSeconds(10));
        ended(queued(), RunState.FAILED, hour.plusSeconds(20));
        ended(queued(), RunState.STOPPED, hour.plusSeconds(30));

        List<HourlyTotal> found = ask(() -> readings().hourlyTotals(hour));

        assertThat(found)
                .startsWith(
                        new HourlyTotal(hour, new Counts(4, 2, 1, 1, 1, 1, 1), new Ends(0, 1, 2)),
                        new HourlyTotal(
                                hour.plusSeconds(3600),
                                new Counts(5, 0, 0, 0, 0, 0, 0),
                                new Ends(1, 0, 0)));
    }

    @Test
    @Tag("M29")
    void hoursBeforeAreLeftOutAndSoAreThoseInWhichNothingHappened() {
        Instant hour = anHourOfItsOwn();
        RunId run = queued();
        committed(run, new Counts(1, 0, 0, 0, 0, 0, 0), hour.minusSeconds(1));
        committed(run, new Counts(1, 0, 0, 0, 0, 0, 0), hour.plusSeconds(7200));

        List<HourlyTotal> found = ask(() -> readings().hourlyTotals(hour));

        assertThat(found)
                .extracting(HourlyTotal::hour)
                .startsWith(hour.plusSeconds(7200))
                .doesNotContain(hour.minusSeconds(3600), hour);
    }

    /// Long before all others: the store may be shared.
    private static Instant anHourOfItsOwn() {
        return Instant.EPOCH.plus(HOURS.getAndAdd(100), ChronoUnit.HOURS);
    }

    @Test
    @Tag("M18")
    void askedToStopARunIsStoppingAndSaysWhoAsked() {
        RunId run = queued();

        await(() -> queue().requestStop(run, "Mia"));
        await(() -> queue().requestStop(run, "Noah"));

        assertThat(find(run).summary().state()).isEqualTo(RunState.STOPPING);
        assertThat(log(run)).containsExactly("Stop asked for by Mia.");
    }

    @Test
    @Tag("M18")
    void aRunThatHasEndedIsNotStopped() {
        RunId run = queuedAndEnded(RunState.FINISHED);

        await(() -> queue().requestStop(run, "Mia"));

        assertThat(find(run).summary().state()).isEqualTo(RunState.FINISHED);
        assertThat(log(run)).isEmpty();
    }

    @Test
    @Tag("M6")
    void switchingOffAsksWhatRunsToStop() {
        RunId run = queued();

        await(() -> ofConnections().stop(connection.id()));

        assertThat(find(run).summary().state()).isEqualTo(RunState.STOPPING);
    }

    @Test
    @Tag("M8")
    void aConnectionIsRunningUntilItsRunHasEnded() {
        RunId run = queued();
        boolean before = await(() -> ofConnections().isRunning(connection.id()));
        ended(run, RunState.FINISHED, NOON.plusSeconds(60));

        boolean after = await(() -> ofConnections().isRunning(connection.id()));

        assertThat(before).isTrue();
        assertThat(after).isFalse();
    }

    @Test
    @Tag("M18")
    void aStoppedRunGoesOnUnderTheSameId() {
        RunId run = queuedAndEnded(RunState.STOPPED);
        boolean resumable = find(run).resumable();

        await(() -> queue().requeue(run, "Mia"));

        assertThat(resumable).isTrue();
        assertThat(find(run).summary().state()).isEqualTo(RunState.QUEUED);
        assertThat(find(run).summary().ended()).isEmpty();
        assertThat(log(run)).containsExactly("Resumed by Mia.");
    }

    @Test
    @Tag("M18")
    void aFinishedRunDoesNotGoOn() {
        RunId run = queuedAndEnded(RunState.FINISHED);

        Throwable refused = catchThrowable(() -> await(() -> queue().requeue(run, "Mia")));

        assertThat(refused).isInstanceOf(RunNotResumable.class);
    }

    @Test
    @Tag("M18")
    void aRunThatNobodyQueuedDoesNotGoOn() {
        RunId nothing = new RunId(ids().next());

        Throwable refused = catchThrowable(() -> await(() -> queue().requeue(nothing, "Mia")));

        assertThat(refused).isInstanceOf(RunNotResumable.class);
    }

    @Test
    @Tag("M18")
    void aRunDoesNotGoOnOnceANewerOneHasRead() {
        RunId older = queuedAndEnded(RunState.FAILED);
        queuedAndEnded(RunState.FINISHED);

        Throwable refused = catchThrowable(() -> await(() -> queue().requeue(older, "Mia")));

        assertThat(refused).isInstanceOf(RunNotResumable.class);
        assertThat(find(older).resumable()).isFalse();
    }

    @Test
    @Tag("M18")
    void aRunDoesNotGoOnOverWhatNoResumptionGetsOver() {
        RunId run = queued();
        failedForGood(run, NOON.plusSeconds(60));

        Throwable refused = catchThrowable(() -> await(() -> queue().requeue(run, "Mia")));

        assertThat(find(run).resumable()).isFalse();
        assertThat(refused).isInstanceOf(RunNotResumable.class);
    }

    @Test
    @Tag("M17")
    void aReplayIsKnownToTheRunWhoseRecordsItMendsAndLetsItGoOn() {
        RunId broken = queuedAndEnded(RunState.FAILED);
        RunId replay = new RunId(ids().next());
        Cause cause = new Cause(Cause.Kind.REPLAY, Optional.of("Mia"), Optional.of(broken));

        await(() -> queue().add(aRun(replay, cause)));

        assertThat(find(broken).replays()).containsExactly(replay);
        assertThat(find(broken).resumable()).isTrue();
        assertThat(find(replay).summary().cause()).isEqualTo(cause);
    }

    @Test
    @Tag("M21")
    void aFileCountsAsReadOnlyWhileItIsTheSame() {
        SourceFile read = new SourceFile("/in/a.csv", 10, NOON);
        SourceFile grown = new SourceFile("/in/a.csv", 11, NOON);
        SourceFile later = new SourceFile("/in/a.csv", 10, NOON.plusSeconds(1));
        finished(connection.id(), customers, read);

        Set<SourceFile> known =
                ask(
                        () ->
                                readings()
                                        .finished(
                                                connection.id(),
                                                customers,
                                                List.of(read, grown, later)));

        assertThat(known).containsExactly(read);
    }

    protected final RunId queued() {
        RunId run = new RunId(ids().next());
        await(() -> queue().add(aRun(run, byMia())));
        return run;
    }

    protected final RunId queuedAndEnded(RunState state) {
        RunId run = queued();
        ended(run, state, NOON.plusSeconds(60));
        return run;
    }

    private NewRun aRun(RunId id, Cause cause) {
        return new NewRun(
                id,
                connection.id(),
                connection.version(),
                connection.name(),
                cause,
                false,
                List.of(new NewGoal(customers, "customers")),
                NOON);
    }

    private static Cause byMia() {
        return new Cause(Cause.Kind.MANUAL, Optional.of("Mia"), Optional.empty());
    }

    private RunDetail find(RunId run) {
        return ask(() -> readings().find(run)).orElseThrow();
    }

    private Page<RunSummary> history(PageRequest page) {
        return ask(() -> readings().ofConnection(connection.id(), page));
    }

    private List<String> log(RunId run) {
        return ask(() -> readings().log(run, PageRequest.first())).items().stream()
                .map(LogLine::message)
                .toList();
    }
}
