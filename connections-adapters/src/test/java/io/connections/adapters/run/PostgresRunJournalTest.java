package io.connections.adapters.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.adapters.persistence.TestDatabase;
import io.connections.adapters.persistence.run.PostgresRunJournal;
import io.connections.application.run.port.Lease;
import io.connections.application.run.port.RunJournal;
import io.connections.application.run.port.RunJournal.GoalEnd;
import io.connections.application.run.port.RunJournalContract;
import io.connections.domain.goal.GoalId;
import io.connections.domain.run.Run;
import io.connections.domain.run.RunId;
import io.connections.domain.run.RunProblem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PostgresRunJournalTest extends RunJournalContract {
    private final TestDatabase database = TestDatabase.create();
    private final Runs runs = new Runs(database.dataSource());
    private final RunJournal journal = new PostgresRunJournal(database.dataSource());

    @AfterEach
    void drop() {
        database.close();
    }

    @Override
    protected RunJournal journal() {
        return journal;
    }

    @Override
    protected void queue(Run.Order order, List<GoalId> goals) {
        runs.queue(order, goals);
    }

    @Override
    protected void askToStop(RunId run) {
        runs.stop(run);
    }

    @Override
    protected void requeue(RunId run) {
        runs.resume(run);
    }

    @Override
    protected List<String> log(RunId run) {
        return runs.texts(
                "select level || ' ' || message from run_log where run_id = ? order by id",
                run.value());
    }

    @Test
    void theTimeBetweenAStopAndTheResumptionIsNotWorked() {
        Run.Order order = queued(new GoalId(new UUID(0, 1)));
        Lease lease = take(order);
        takenEarlier("10 seconds");
        var _ = journal.close(lease);
        runs.resume(order.id());
        Lease again = take(order);
        takenEarlier("5 seconds");

        var _ = journal.close(again);

        assertThat(secondsWorked()).isBetween(15L, 60L);
    }

    @Test
    void whoDisappearedHasWorkedUntilItsLastChunk() {
        Run.Order order = queued(new GoalId(new UUID(0, 1)));
        var _ = take(order);
        takenEarlier("1 hour");
        runs.execute(
                """
                insert into run_chunk (run_id, ordinal, share, lane, at, read, created, updated,
                  unchanged, skipped_for_consent, skipped_without_match, filtered, rejected, bytes)
                select run_id, 0, share, 0, taken_at + interval '7 seconds', 0, 0, 0, 0, 0, 0, 0,
                  0, 0 from run_share
                """);

        var _ = take(order);

        assertThat(secondsWorked()).isEqualTo(7);
    }

    @Test
    void whoCommittedAChunkHasNotDisappearedInVain() {
        Run.Order order = queued(new GoalId(new UUID(0, 1)));
        Lease lease = take(order);
        journal.begin(lease, 0, 1, List.of());
        var _ = take(order);
        var _ = take(order);
        runs.execute("update run_lane set read = read + 1, created = created + 1");

        Lease further = take(order);
        Lease again = take(order);

        assertThat(further.takeovers().inVain()).isZero();
        assertThat(again.takeovers().inVain()).isEqualTo(1);
    }

    private void takenEarlier(String by) {
        runs.execute("update run_share set taken_at = taken_at - cast(? as interval)", by);
    }

    private long secondsWorked() {
        return runs.number("select floor(extract(epoch from worked))::bigint from run_share");
    }

    @Test
    @Tag("M30")
    void theEndOfARunIsAnEventOfTheServiceItself() {
        Run.Order order = queued(new GoalId(new UUID(0, 1)));
        Lease lease = take(order);
        journal.goalEnded(
                lease,
                0,
                new GoalEnd.Failed(
                        new RunProblem("x", "The folder is gone.", "Ask.", Optional.of("raw")),
                        true));

        var _ = journal.close(lease);

        assertThat(
                        runs.texts(
                                """
                                select concat_ws(' ', actor_kind, action, object_kind, object_id,
                                  changes) from audit_event where object_id = ?
                                """,
                                order.id().value().toString()))
                .singleElement()
                .asString()
                .startsWith("SYSTEM ENDED RUN " + order.id().value())
                .contains("failed", "Records read", "The folder is gone.")
                .doesNotContain("raw");
    }
}
