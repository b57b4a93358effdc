package io.connections.application.run.port;

import io.connections.domain.goal.GoalId;
import io.connections.domain.run.Run;
import io.connections.domain.run.RunId;
import java.util.List;

class InMemoryRunJournalTest extends RunJournalContract {
    private final InMemoryRunJournal journal = new InMemoryRunJournal();

    @Override
    protected RunJournal journal() {
        return journal;
    }

    @Override
    protected void queue(Run.Order order, List<GoalId> goals) {
        journal.queue(order, goals);
    }

    @Override
    protected void askToStop(RunId run) {
        journal.askToStop(run);
    }

    @Override
    protected void requeue(RunId run) {
        journal.requeue(run);
    }

    @Override
    protected List<String> log(RunId run) {
        return journal.logOf(run);
    }
}
