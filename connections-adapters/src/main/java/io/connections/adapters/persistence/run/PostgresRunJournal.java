package io.connections.adapters.persistence.run;

import io.connections.application.run.port.Lease;
import io.connections.application.run.port.RecordSource.Layout;
import io.connections.application.run.port.RecordSource.Part;
import io.connections.application.run.port.RecordSource.Proof;
import io.connections.application.run.port.RunJournal;
import io.connections.application.run.port.ShareKey;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.run.RunId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

@Singleton
public final class PostgresRunJournal implements RunJournal {
    private final Transactions transactions;
    private final FencedTransactions fenced;
    private final Shares shares;
    private final GoalsOfRun goals;
    private final FilesOfRun files;

    @Inject
    public PostgresRunJournal(DataSource dataSource) {
        this.transactions = new Transactions(dataSource);
        this.fenced = new FencedTransactions(transactions);
        this.shares = new Shares(transactions);
        this.goals = new GoalsOfRun(fenced);
        this.files = new FilesOfRun(fenced);
    }

    @Override
    public List<ShareKey> openShares() {
        return shares.open();
    }

    @Override
    public Optional<Lease> take(ShareKey share, String owner) {
        return shares.take(share, owner);
    }

    @Override
    public EvidenceId evidence(Lease lease, int goal) {
        return goals.evidence(lease, goal);
    }

    @Override
    public boolean stopRequested(Lease lease) {
        return fenced.run(
                lease,
                sql ->
                        sql.exists(
                                "select 1 from run where id = ? and stop_requested",
                                lease.run().value()));
    }

    @Override
    public GoalProgress begin(Lease lease, int goal, int lanes, List<Part> parts) {
        return goals.begin(lease, goal, lanes, parts);
    }

    @Override
    public Optional<GoalProgress> progress(Lease lease, int goal) {
        return goals.resume(lease, goal);
    }

    @Override
    public List<Part> alreadyFinished(Lease lease, int goal, List<Part> parts) {
        return files.alreadyFinished(lease, goal, parts);
    }

    @Override
    public void partOpened(Lease lease, int goal, int part, Layout layout) {
        files.opened(lease, goal, part, layout);
    }

    @Override
    public void layoutChanged(Lease lease, int goal, int part, long from, Layout layout) {
        files.layoutChanged(lease, goal, part, from, layout);
    }

    @Override
    public void partChanged(Lease lease, int goal, int part) {
        files.changed(lease, goal, part);
    }

    @Override
    public void partFinished(Lease lease, int goal, int part, long records, Proof whole) {
        files.finished(lease, goal, part, records, whole);
    }

    @Override
    public void partConcluded(Lease lease, int goal, int part) {
        files.concluded(lease, goal, part);
    }

    @Override
    public void goalEnded(Lease lease, int goal, GoalEnd end) {
        goals.end(lease, goal, end);
    }

    @Override
    public Optional<Outcome> close(Lease lease) {
        return shares.close(lease);
    }

    @Override
    public void letGo(Lease lease) {
        shares.letGo(lease);
    }

    @Override
    public void log(RunId run, Level level, String message) {
        transactions.runSoon(
                sql ->
                        sql.update(
                                "insert into run_log (run_id, level, message) values (?, ?, ?)",
                                run.value(),
                                level.name(),
                                message));
    }
}
