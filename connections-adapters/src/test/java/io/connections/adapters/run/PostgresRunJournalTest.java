package io.connections.adapters.run;

import io.connections.adapters.persistence.TestDatabase;
import io.connections.adapters.persistence.run.PostgresRunJournal;
import io.connections.application.run.port.RunJournal;
import io.connections.application.run.port.RunJournalContract;
import io.connections.domain.goal.GoalId;
import io.connections.domain.run.Run;
import io.connections.domain.run.RunId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

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
}
