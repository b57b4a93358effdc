package io.connections.application.run.request;

import static io.connections.domain.access.ActorFixtures.aMarketer;
import static io.connections.domain.access.ActorFixtures.aViewer;
import static io.connections.domain.access.ActorFixtures.lacking;
import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.connections.application.connection.ConnectionNotFound;
import io.connections.application.connection.House;
import io.connections.application.connection.port.InMemoryFiles;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.IdempotencyKeys;
import io.connections.application.run.request.RunSummary.Cause;
import io.connections.application.run.request.port.InMemoryFileBeginnings;
import io.connections.application.run.request.port.InMemorySourceListing;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.access.PermissionMissing;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.kernel.Failure;
import io.connections.domain.kernel.Violation;
import io.connections.domain.run.RunId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Starting, stopping, resuming, replaying and looking at runs.
@Tag("M18")
class RunUseCasesTest {
    private static final SourceFile FILE =
            new SourceFile("/customers-1.csv", 10, InMemoryFiles.MODIFIED);
    private static final RejectedRecord BROKEN =
            new RejectedRecord(
                    1, 2, Optional.of("/customers-1.csv"), "ragged-line", "Too short.", "x");

    private final House house = new House();
    private final Connection ready = house.aReadyConnection();
    private final RunPreparation preparation = new RunPreparation(house.connections, house.views);

    @BeforeEach
    void aFileInTheOtherSystem() {
        house.files.put("customers-1.csv", new byte[10]);
    }

    @Test
    @Tag("M5")
    void runNowLeavesAQueuedRunOfTheGoalsThatAreOn() {
        RunDetail run = start(aMarketer(), ready.id(), false, "k");

        assertThat(run.summary().state()).isEqualTo(RunState.QUEUED);
        assertThat(run.summary().cause())
                .isEqualTo(
                        new Cause(
                                Cause.Kind.MANUAL,
                                Optional.of(aMarketer().name()),
                                Optional.empty()));
        assertThat(run.goals()).extracting(RunDetail.Goal::name).containsExactly("customers");
    }

    @Test
    @Tag("M13")
    void theSameRequestAgainGetsTheSameRunWhateverHasHappenedSince() {
        RunDetail first = start(aMarketer(), ready.id(), false, "k");
        house.runs.ended(first.summary().id(), RunState.FINISHED, NOON);
        house.runs.finishing(first.goals().getFirst().id(), FILE);

        RunDetail again = start(aMarketer(), ready.id(), false, "k");

        assertThat(again.summary().id()).isEqualTo(first.summary().id());
    }

    @Test
    @Tag("M22")
    void whileItRunsAConnectionIsNotStartedAgain() {
        start(aMarketer(), ready.id(), false, "k");

        Throwable refused = catchThrowable(() -> start(aMarketer(), ready.id(), false, "other"));

        assertThat(refused).isInstanceOf(RunInProgress.class);
    }

    @Test
    @Tag("M6")
    void aConnectionThatIsOffIsNotStarted() {
        Connection off = house.add(aConnection().with(house.aGoodGoal()));

        Throwable refused = catchThrowable(() -> start(aMarketer(), off.id(), false, "k"));

        assertThat(refused).isInstanceOf(ConnectionOff.class);
    }

    @Test
    @Tag("M5")
    void anIncompleteConnectionIsNotStartedAndSaysWhatIsMissing() {
        Connection incomplete = house.add(aConnection().switchedOn());

        Throwable refused = catchThrowable(() -> start(aMarketer(), incomplete.id(), false, "k"));

        assertThat(refused)
                .asInstanceOf(type(ConnectionIncomplete.class))
                .extracting(
                        failure -> failure.violations().stream().map(Violation::pointer).toList())
                .isEqualTo(List.of("/setup/host", "/secrets/password", "/goals"));
    }

    @Test
    @Tag("M5")
    void whatIsNotThereIsNotStarted() {
        ConnectionId nothing = aConnection().build().id();

        Throwable refused = catchThrowable(() -> start(aMarketer(), nothing, false, "k"));

        assertThat(refused).isInstanceOf(ConnectionNotFound.class);
    }

    @Test
    @Tag("M21")
    void filesThatAreImportedAlreadyAreReadAgainOnlyWhenAPersonSaysSo() {
        house.runs.finishing(house.aGoodGoal().id(), FILE);

        Throwable asked = catchThrowable(() -> start(aMarketer(), ready.id(), false, "k"));
        RunDetail run = start(aMarketer(), ready.id(), true, "other");

        assertThat(asked)
                .asInstanceOf(type(FilesAlreadyImported.class))
                .extracting(FilesAlreadyImported::files)
                .isEqualTo(List.of("/customers-1.csv"));
        assertThat(run.summary().state()).isEqualTo(RunState.QUEUED);
    }

    @Test
    @Tag("M21")
    void oneNewFileIsEnoughToStart() {
        house.runs.finishing(house.aGoodGoal().id(), FILE);
        house.files.put("customers-2.csv", new byte[10]);

        RunDetail run = start(aMarketer(), ready.id(), false, "k");

        assertThat(run.summary().state()).isEqualTo(RunState.QUEUED);
    }

    @Test
    void whenTheOtherSystemCannotBeAskedTheRunStartsAndFailsForItsOwnReason() {
        house.give(ready.id(), "a wrong password");

        RunDetail run = start(aMarketer(), ready.id(), false, "k");

        assertThat(run.summary().state()).isEqualTo(RunState.QUEUED);
    }

    @Test
    void aRunThatIsAskedToStopIsStopping() {
        RunId run = started();

        RunDetail stopping = stop(aMarketer(), run);

        assertThat(stopping.summary().state()).isEqualTo(RunState.STOPPING);
    }

    @Test
    void aStoppedRunGoesOn() {
        RunId run = started();
        house.runs.ended(run, RunState.STOPPED, NOON);

        RunDetail resumed = resume(aMarketer(), run);

        assertThat(resumed.summary().state()).isEqualTo(RunState.QUEUED);
    }

    @Test
    void aFinishedRunDoesNotGoOn() {
        RunId run = started();
        house.runs.ended(run, RunState.FINISHED, NOON);

        Throwable refused = catchThrowable(() -> resume(aMarketer(), run));

        assertThat(refused).isInstanceOf(RunNotResumable.class);
    }

    @Test
    void whatNeverRanIsNotFoundWhateverIsWantedOfIt() {
        RunId nothing = new RunId(house.ids.next());

        assertThat(catchThrowable(() -> get(aViewer(), nothing))).isInstanceOf(RunNotFound.class);
        assertThat(catchThrowable(() -> stop(aMarketer(), nothing)))
                .isInstanceOf(RunNotFound.class);
        assertThat(catchThrowable(() -> resume(aMarketer(), nothing)))
                .isInstanceOf(RunNotFound.class);
        assertThat(catchThrowable(() -> rejected(aMarketer(), nothing)))
                .isInstanceOf(RunNotFound.class);
        assertThat(catchThrowable(() -> replay(aMarketer(), nothing)))
                .isInstanceOf(RunNotFound.class);
    }

    @Test
    @Tag("M30")
    void startingStoppingResumingAndReplayingNeedTheirPermission() {
        Actor other = lacking(Permission.RUNS_EXECUTE);
        RunId run = started();

        assertThat(catchThrowable(() -> start(other, ready.id(), false, "k")))
                .isInstanceOf(PermissionMissing.class);
        assertThat(catchThrowable(() -> stop(other, run))).isInstanceOf(PermissionMissing.class);
        assertThat(catchThrowable(() -> resume(other, run))).isInstanceOf(PermissionMissing.class);
        assertThat(catchThrowable(() -> replay(other, run))).isInstanceOf(PermissionMissing.class);
        assertThat(get(aViewer(), run).summary().state()).isEqualTo(RunState.QUEUED);
    }

    @Test
    @Tag("M30")
    void lookingAtRunsNeedsItsPermissionAndAtRejectedRecordsThatOfProfiles() {
        RunId run = started();
        Actor noReader = lacking(Permission.CONNECTIONS_READ);

        assertThat(catchThrowable(() -> get(noReader, run))).isInstanceOf(PermissionMissing.class);
        assertThat(catchThrowable(() -> history(noReader))).isInstanceOf(PermissionMissing.class);
        assertThat(catchThrowable(() -> rejected(lacking(Permission.PROFILES_READ), run)))
                .isInstanceOf(PermissionMissing.class);
    }

    @Test
    void theHistoryOfAConnectionIsNewestFirst() {
        RunId first = started();
        house.runs.ended(first, RunState.FINISHED, NOON);
        RunId second = started();

        List<RunSummary> history = history(aViewer());

        assertThat(history).extracting(RunSummary::id).containsExactly(second, first);
    }

    @Test
    @Tag("M17")
    void rejectedRecordsAreListedWithTheirReason() {
        RunId run = started();
        house.runs.rejecting(run, List.of(BROKEN));

        List<RejectedRecord> listed = rejected(aViewer(), run);

        assertThat(listed).containsExactly(BROKEN);
    }

    @Test
    @Tag("M17")
    void mendedRecordsRunAsARunOfTheirOwnWithTheirFile() {
        RunId run = started();
        house.runs.rejecting(run, List.of(BROKEN));
        house.runs.ended(run, RunState.FINISHED, NOON);
        Upload upload = new Upload();

        RunDetail replay = replay(aMarketer(), run, upload);

        assertThat(replay.summary().cause().of()).contains(run);
        assertThat(house.runs.replayFile(replay.summary().id())).get().isEqualTo(upload.sent);
        assertThat(get(aViewer(), run).replays()).containsExactly(replay.summary().id());
        assertThat(upload.discarded).isTrue();
    }

    @Test
    @Tag("M17")
    void thereIsNothingToReplayWhileARunGoesOnOrWhenItRejectedNothing() {
        RunId run = started();
        Throwable tooEarly = catchThrowable(() -> replay(aMarketer(), run));
        house.runs.ended(run, RunState.FINISHED, NOON);

        Throwable nothing = catchThrowable(() -> replay(aMarketer(), run));

        assertThat(tooEarly).isInstanceOf(RunNotReplayable.class).hasMessageContaining("not ended");
        assertThat(nothing).isInstanceOf(RunNotReplayable.class).hasMessageContaining("nothing");
    }

    @Test
    @Tag("M17")
    void aReplayThatIsRefusedKeepsNeitherRunNorFile() {
        RunId run = started();
        house.runs.rejecting(run, List.of(BROKEN));
        house.runs.ended(run, RunState.FINISHED, NOON);
        RunId meanwhile = started();
        Upload upload = new Upload();

        Throwable refused = catchThrowable(() -> replay(aMarketer(), run, upload));

        assertThat(refused).isInstanceOf(RunInProgress.class);
        assertThat(history(aViewer())).extracting(RunSummary::id).containsExactly(meanwhile, run);
        assertThat(upload.discarded).isTrue();
    }

    @Test
    @Tag("M17")
    void aWrongFileIsRefusedWithWhatIsWrongAndMakesNoRun() {
        RunId run = started();
        house.runs.rejecting(run, List.of(BROKEN));
        house.runs.ended(run, RunState.FINISHED, NOON);

        assertThat(refusal(run, new byte[0])).hasMessageStartingWith("The file is empty.");
        assertThat(refusal(run, bytes(" \r\n"))).hasMessageStartingWith("The file is empty.");
        assertThat(refusal(run, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 3}))
                .hasMessageStartingWith("The file is not text.");
        assertThat(refusal(run, bytes("foo;bar\n1;2\n")))
                .hasMessageStartingWith(
                        "This is not the file of rejected records: the column raw is missing.");
        assertThat(refusal(run, bytes("\uFEFF\"line\",raw\n1,x\n")))
                .hasMessageContaining("the column reason is missing.");
        assertThat(refusal(run, bytes("line,reason,raw\n")))
                .hasMessageStartingWith("The file has a first line, but no record below it.");
        assertThat(history(aViewer())).extracting(RunSummary::id).containsExactly(run);
    }

    @Test
    @Tag("M17")
    void aFileLikeTheOneTheRecordsCameFromIsTaken() {
        RunId run = started();
        house.runs.rejecting(run, List.of(BROKEN));
        house.runs.ended(run, RunState.FINISHED, NOON);
        String field = house.aGoodGoal().mapping().getFirst().field().orElseThrow();

        RunDetail replay =
                replay(aMarketer(), run, new Upload(bytes("other;" + field + "\na;b\n")));

        assertThat(replay.summary().cause().of()).contains(run);
    }

    private Throwable refusal(RunId run, byte[] sent) {
        Upload upload = new Upload(sent);
        Throwable refused = catchThrowable(() -> replay(aMarketer(), run, upload));
        assertThat(refused).isInstanceOf(RequestInvalid.class);
        assertThat(upload.discarded).isTrue();
        return refused;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    @Tag("M30")
    void everyRequestOfARunIsRecordedOnceAndARepetitionNotAgain() {
        RunDetail run = start(aMarketer(), ready.id(), true, "same");
        start(aMarketer(), ready.id(), true, "same");
        stop(aMarketer(), run.summary().id());
        assertThatThrownBy(() -> start(aMarketer(), ready.id(), true, "another"))
                .isInstanceOf(Failure.class);
        assertThatThrownBy(() -> stop(aViewer(), run.summary().id())).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> resume(aViewer(), run.summary().id())).isInstanceOf(Failure.class);

        assertThat(house.trail.events())
                .extracting(AuditEvent::action)
                .containsExactly(Action.STARTED, Action.STOP_REQUESTED);
        assertThat(house.trail.events())
                .allSatisfy(event -> assertThat(event.subject()).isEqualTo(run.subject()));
    }

    private RunId started() {
        return start(aMarketer(), ready.id(), true, house.ids.next().toString()).summary().id();
    }

    private RunDetail start(Actor actor, ConnectionId connection, boolean reread, String key) {
        return new StartRun(
                        house.unitOfWork,
                        house.keys,
                        house.ids,
                        preparation,
                        new InMemorySourceListing(house.files, house.vault),
                        house.runs,
                        house.runs,
                        () -> NOON,
                        house.trail)
                .handle(new StartRun.Command(actor, connection, reread, key(actor, key)))
                .await()
                .indefinitely();
    }

    private RunDetail stop(Actor actor, RunId run) {
        return new StopRun(house.unitOfWork, house.runs, house.runs, house.trail)
                .handle(new StopRun.Command(actor, run))
                .await()
                .indefinitely();
    }

    private RunDetail resume(Actor actor, RunId run) {
        return new ResumeRun(house.unitOfWork, house.runs, house.runs, house.trail)
                .handle(new ResumeRun.Command(actor, run))
                .await()
                .indefinitely();
    }

    private RunDetail get(Actor actor, RunId run) {
        return new GetRun(house.runs).handle(new GetRun.Query(actor, run)).await().indefinitely();
    }

    private List<RunSummary> history(Actor actor) {
        return new ListRuns(house.runs)
                .handle(
                        new ListRuns.Query(
                                actor,
                                new ListRuns.Scope.OfConnection(ready.id()),
                                PageRequest.first()))
                .await()
                .indefinitely()
                .items();
    }

    private List<RejectedRecord> rejected(Actor actor, RunId run) {
        return new ListRejectedRecords(house.runs)
                .handle(
                        new ListRejectedRecords.Query(
                                actor, run, Optional.empty(), PageRequest.first()))
                .await()
                .indefinitely()
                .items();
    }

    private RunDetail replay(Actor actor, RunId run) {
        return replay(actor, run, new Upload());
    }

    private RunDetail replay(Actor actor, RunId run, Upload upload) {
        return new ReplayRejectedRecords(
                        house.unitOfWork,
                        house.keys,
                        house.ids,
                        preparation,
                        house.runs,
                        house.runs,
                        new InMemoryFileBeginnings(),
                        () -> NOON,
                        house.trail)
                .handle(
                        new ReplayRejectedRecords.Command(
                                actor, run, Optional.empty(), upload, key(actor, "replay")))
                .await()
                .indefinitely();
    }

    private static IdempotencyKeys.Key key(Actor actor, String text) {
        return new IdempotencyKeys.Key(actor.id(), text, "start");
    }

    private static final class Upload implements MendedFile, MendedFile.Kept {
        private final byte[] sent;
        private boolean discarded;

        Upload() {
            this(bytes("line,reason,raw\n2,ragged-line,x;y\n"));
        }

        Upload(byte[] sent) {
            this.sent = sent;
        }

        @Override
        public Uni<MendedFile.Kept> keep() {
            return Uni.createFrom().item(this);
        }

        @Override
        public String sha256() {
            return "abc";
        }

        @Override
        public Multi<byte[]> pieces() {
            return sent.length == 0 ? Multi.createFrom().empty() : Multi.createFrom().item(sent);
        }

        @Override
        public void discard() {
            discarded = true;
        }
    }
}
