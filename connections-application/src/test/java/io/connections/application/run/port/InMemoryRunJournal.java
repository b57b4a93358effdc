package io.connections.application.run.port;

import io.connections.application.run.port.RecordSource.Layout;
import io.connections.application.run.port.RecordSource.Part;
import io.connections.application.run.port.RecordSource.Proof;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.goal.ChunkDecision;
import io.connections.domain.goal.Counts;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.LeftOut;
import io.connections.domain.run.Run;
import io.connections.domain.run.RunId;
import io.connections.domain.run.Takeovers;
import io.connections.domain.run.Trigger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Every run has one share. A test plays the requests: [#queue], [#askToStop], [#requeue]. The
/// engine's threads come one after the other.
public final class InMemoryRunJournal implements RunJournal {
    private record FinishedFile(ConnectionId connection, GoalId goal, Part part) {}

    private final Map<RunId, Row> runs = new LinkedHashMap<>();
    private final Set<FinishedFile> finishedFiles = new HashSet<>();
    private final List<List<Object>> evidence = new ArrayList<>();

    private static final class Row {
        private final Run.Order order;
        private final List<GoalRow> goals;
        private final List<String> log = new ArrayList<>();
        private long fence;
        private boolean held;
        private Takeovers takeovers = Takeovers.NONE;
        private boolean stopRequested;
        private Optional<Outcome> outcome = Optional.empty();

        private Row(Run.Order order, List<GoalRow> goals) {
            this.order = order;
            this.goals = goals;
        }

        private long reached() {
            return goals.stream().mapToLong(GoalRow::reached).sum();
        }
    }

    private static final class GoalRow {
        private final GoalId id;
        private final List<PartProgress> parts = new ArrayList<>();
        private final List<LanePosition> positions = new ArrayList<>();
        private Counts counts = Counts.NONE;
        private LeftOut leftOut = LeftOut.NOTHING;
        private Optional<GoalEnd> end = Optional.empty();

        private GoalRow(GoalId id) {
            this.id = id;
        }

        private long reached() {
            long begun = positions.isEmpty() ? 0 : 1;
            long ended = end.filter(GoalEnd.Finished.class::isInstance).isPresent() ? 1 : 0;
            return counts.read()
                    + parts.stream().filter(PartProgress::finished).count()
                    + begun
                    + ended;
        }

        private GoalProgress progress() {
            return new GoalProgress(parts, positions, counts, leftOut);
        }
    }

    // What requests do

    public synchronized void queue(Run.Order order, List<GoalId> goals) {
        runs.put(order.id(), new Row(order, goals.stream().map(GoalRow::new).toList()));
    }

    public synchronized void askToStop(RunId run) {
        row(run).stopRequested = true;
    }

    public synchronized void requeue(RunId run) {
        row(run).outcome = Optional.empty();
        row(run).stopRequested = false;
        row(run).takeovers = Takeovers.NONE;
    }

    public synchronized List<String> logOf(RunId run) {
        return List.copyOf(row(run).log);
    }

    public synchronized Optional<Outcome> outcomeOf(RunId run) {
        return row(run).outcome;
    }

    public synchronized Optional<GoalEnd> endOf(RunId run, int goal) {
        return row(run).goals.get(goal).end;
    }

    // What the store of chunks does in its transaction

    synchronized LanePosition position(Lease lease, int goal, int lane) {
        return ours(lease).goals.get(goal).positions.get(lane);
    }

    synchronized void move(
            Lease lease, int goal, int lane, LanePosition to, ChunkDecision decision) {
        GoalRow row = ours(lease).goals.get(goal);
        row.positions.set(lane, to);
        row.counts = row.counts.plus(decision.counts());
        row.leftOut = row.leftOut.plus(decision.leftOut());
    }

    // What the engine does

    @Override
    public synchronized List<ShareKey> openShares() {
        return runs.values().stream()
                .filter(row -> row.outcome.isEmpty())
                .map(row -> new ShareKey(row.order.id(), 0))
                .toList();
    }

    @Override
    public synchronized Optional<Lease> take(ShareKey share, String owner) {
        Row row = row(share.run());
        if (row.outcome.isPresent()) {
            return Optional.empty();
        }
        row.fence++;
        row.takeovers =
                row.held
                        ? row.takeovers.takenOver(row.reached())
                        : row.takeovers.takenUp(row.reached());
        row.held = true;
        List<Lease.GoalStep> steps = new ArrayList<>();
        for (int ordinal = 0; ordinal < row.goals.size(); ordinal++) {
            GoalRow goal = row.goals.get(ordinal);
            steps.add(
                    new Lease.GoalStep(
                            ordinal,
                            goal.id,
                            goal.id.value().toString(),
                            !goal.positions.isEmpty(),
                            goal.end.filter(GoalEnd.Finished.class::isInstance).isPresent()));
        }
        long rejected = row.goals.stream().mapToLong(goal -> goal.counts.rejected()).sum();
        return Optional.of(
                new Lease(share, row.fence, row.order, false, steps, rejected, row.takeovers));
    }

    @Override
    public synchronized boolean stopRequested(Lease lease) {
        return ours(lease).stopRequested;
    }

    @Override
    public synchronized GoalProgress begin(Lease lease, int goal, int lanes, List<Part> parts) {
        GoalRow row = ours(lease).goals.get(goal);
        if (row.positions.isEmpty()) {
            row.positions.addAll(Collections.nCopies(lanes, LanePosition.START));
            parts.forEach(part -> row.parts.add(new PartProgress(part, false, 0, false)));
        }
        return row.progress();
    }

    @Override
    public synchronized Optional<GoalProgress> progress(Lease lease, int goal) {
        GoalRow row = ours(lease).goals.get(goal);
        return row.positions.isEmpty() ? Optional.empty() : Optional.of(row.progress());
    }

    @Override
    public synchronized EvidenceId evidence(Lease lease, int goal) {
        ours(lease);
        List<Object> key = List.of(lease.run(), lease.goal(goal));
        if (!evidence.contains(key)) {
            evidence.add(key);
        }
        return new EvidenceId(evidence.indexOf(key) + 1L);
    }

    @Override
    public synchronized List<Part> alreadyFinished(Lease lease, int goal, List<Part> parts) {
        ours(lease);
        return parts.stream()
                .filter(part -> finishedFiles.contains(file(lease, goal, part)))
                .toList();
    }

    @Override
    public synchronized void partOpened(Lease lease, int goal, int part, Layout layout) {
        ours(lease);
    }

    @Override
    public synchronized void layoutChanged(
            Lease lease, int goal, int part, long from, Layout layout) {
        ours(lease);
    }

    @Override
    public synchronized void partChanged(Lease lease, int goal, int part) {
        PartProgress before = ours(lease).goals.get(goal).parts.get(part);
        set(lease, goal, part, new PartProgress(before.part(), false, 0, before.concluded()));
    }

    @Override
    public synchronized void partFinished(
            Lease lease, int goal, int part, long records, Proof whole) {
        PartProgress before = ours(lease).goals.get(goal).parts.get(part);
        set(lease, goal, part, new PartProgress(before.part(), true, records, before.concluded()));
        if (lease.order().trigger() instanceof Trigger.Manual) {
            finishedFiles.add(file(lease, goal, before.part()));
        }
    }

    @Override
    public synchronized void partConcluded(Lease lease, int goal, int part) {
        PartProgress before = ours(lease).goals.get(goal).parts.get(part);
        set(
                lease,
                goal,
                part,
                new PartProgress(before.part(), before.finished(), before.records(), true));
    }

    @Override
    public synchronized void goalEnded(Lease lease, int goal, GoalEnd end) {
        ours(lease).goals.get(goal).end = Optional.of(end);
    }

    @Override
    public synchronized Optional<Outcome> close(Lease lease) {
        Row row = ours(lease);
        row.held = false;
        List<Optional<GoalEnd>> ends = row.goals.stream().map(goal -> goal.end).toList();
        boolean failed =
                ends.stream().flatMap(Optional::stream).anyMatch(GoalEnd.Failed.class::isInstance);
        boolean finished =
                ends.stream().allMatch(end -> end.equals(Optional.of(new GoalEnd.Finished())));
        row.outcome =
                Optional.of(
                        failed ? Outcome.FAILED : finished ? Outcome.FINISHED : Outcome.STOPPED);
        return row.outcome;
    }

    @Override
    public synchronized void letGo(Lease lease) {
        ours(lease).held = false;
    }

    @Override
    public synchronized void log(RunId run, Level level, String message) {
        row(run).log.add(level + " " + message);
    }

    private void set(Lease lease, int goal, int part, PartProgress progress) {
        ours(lease).goals.get(goal).parts.set(part, progress);
    }

    private static FinishedFile file(Lease lease, int goal, Part part) {
        return new FinishedFile(lease.order().connection(), lease.goal(goal), part);
    }

    private Row ours(Lease lease) {
        Row row = row(lease.run());
        if (row.fence != lease.fence()) {
            throw new FenceLost(lease.share());
        }
        return row;
    }

    private Row row(RunId run) {
        return Objects.requireNonNull(runs.get(run));
    }
}
