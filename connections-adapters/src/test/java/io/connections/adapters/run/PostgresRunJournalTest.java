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
    @Tag("M30")
    void theEndOfARunIsAnEventOfTheServiceItself() {
        Run.Order order = queued(new GoalId(new UUID(0, 1)));
        Lease lease = take(order);
        journal.goalEnded(
                lease,
                0,
                new GoalEnd.Failed(
                        new RunProblem("x", "The folder is gone.", "Ask.", Optional.of("raw"))));

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
