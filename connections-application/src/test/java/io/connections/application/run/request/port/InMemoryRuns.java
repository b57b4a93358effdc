package io.connections.application.run.request.port;

import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.connection.port.RunsOfConnections;
import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.run.request.ConnectionOff;
import io.connections.application.run.request.HourlyTotal;
import io.connections.application.run.request.HourlyTotal.Ends;
import io.connections.application.run.request.LogLine;
import io.connections.application.run.request.Progress;
import io.connections.application.run.request.RatePoint;
import io.connections.application.run.request.RejectedRecord;
import io.connections.application.run.request.RunDetail;
import io.connections.application.run.request.RunInProgress;
import io.connections.application.run.request.RunNotResumable;
import io.connections.application.run.request.RunState;
import io.connections.application.run.request.RunSummary;
import io.connections.application.run.request.RunSummary.Cause;
import io.connections.application.run.request.SourceFile;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.goal.Counts;
import io.connections.domain.goal.GoalId;
import io.connections.domain.run.RunId;
import io.connections.domain.run.RunProblem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All that requests know of runs. A test plays the worker: [#ended], [#rejecting], [#finishing].
public final class InMemoryRuns
        implements RunQueue, RunReadings, RunsOfConnections, InMemoryUnitOfWork.Store {
    private static final Comparator<RunSummary> NEWEST_FIRST =
            Comparator.comparing((RunSummary run) -> run.id().value().toString()).reversed();

    private final ConnectionRepository connections;
    /// Who watches a run reads on another thread.
    private final Map<RunId, RunDetail> runs = new ConcurrentHashMap<>();

    private final Set<RunId> failedForGood = ConcurrentHashMap.newKeySet();
    private final Map<RunId, NewRun> orders = new HashMap<>();
    private final Map<RunId, List<LogLine>> logs = new HashMap<>();
    private final Map<RunId, List<RatePoint>> rates = new HashMap<>();
    private final Map<RunId, List<RejectedRecord>> rejected = new HashMap<>();
    private final Map<RunId, List<Touched>> touched = new HashMap<>();
    private final Map<RunId, byte[]> replayFiles = new HashMap<>();
    private final Map<GoalId, Set<SourceFile>> finished = new HashMap<>();
    private final SortedMap<Instant, HourlyTotal> totals = new TreeMap<>();

    /// Those stored, for whether they are on.
    public InMemoryRuns(ConnectionRepository connections) {
        this.connections = connections;
    }

    // What a worker does

    public void ended(RunId run, RunState state, Instant at) {
        change(run, one -> with(one, state, Optional.of(at), one.goals()));
        total(
                at,
                Counts.NONE,
                new Ends(
                        state == RunState.FINISHED ? 1 : 0,
                        state == RunState.STOPPED ? 1 : 0,
                        state == RunState.FAILED ? 1 : 0));
    }

    /// All its goals have met what no resumption gets over.
    public void failedForGood(RunId run, Instant at) {
        failedForGood.add(run);
        ended(run, RunState.FAILED, at);
    }

    /// A chunk was committed.
    public void committed(Counts counts, Instant at) {
        total(at, counts, Ends.NONE);
    }

    private void total(Instant at, Counts counts, Ends ends) {
        totals.merge(
                at.truncatedTo(ChronoUnit.HOURS),
                new HourlyTotal(at.truncatedTo(ChronoUnit.HOURS), counts, ends),
                (a, b) ->
                        new HourlyTotal(
                                a.hour(),
                                a.recordsIn().plus(b.recordsIn()),
                                new Ends(
                                        a.runs().finished() + b.runs().finished(),
                                        a.runs().stopped() + b.runs().stopped(),
                                        a.runs().failed() + b.runs().failed())));
    }

    /// Its first goal has rejected these.
    public void rejecting(RunId run, List<RejectedRecord> records) {
        rejected.put(run, records);
        counting(run, new Counts(0, 0, 0, 0, 0, 0, records.size()));
    }

    /// Its first goal has counted this.
    public void counting(RunId run, Counts counts) {
        change(
                run,
                one -> {
                    List<RunDetail.Goal> goals = new ArrayList<>(one.goals());
                    RunDetail.Goal first = goals.removeFirst();
                    goals.addFirst(
                            new RunDetail.Goal(
                                    first.id(),
                                    first.name(),
                                    first.state(),
                                    counts,
                                    first.leftOut(),
                                    first.heldBack(),
                                    first.problem()));
                    return with(one, one.summary().state(), one.summary().ended(), goals);
                });
    }

    public void touching(RunId run, List<Touched> profiles) {
        touched.put(run, profiles);
    }

    public void rating(RunId run, List<RatePoint> points) {
        rates.put(run, points);
    }

    public void writing(RunId run, LogLine line) {
        logs.computeIfAbsent(run, _ -> new ArrayList<>()).add(line);
    }

    public void finishing(GoalId goal, SourceFile... files) {
        finished.computeIfAbsent(goal, _ -> new HashSet<>()).addAll(List.of(files));
    }

    public Optional<byte[]> replayFile(RunId run) {
        return Optional.ofNullable(replayFiles.get(run)).map(byte[]::clone);
    }

    /// As they were queued, those that have not ended.
    public List<NewRun> active() {
        return summaries()
                .filter(run -> !run.state().ended())
                .map(run -> Objects.requireNonNull(orders.get(run.id())))
                .toList();
    }

    // What requests leave

    @Override
    public Uni<Void> add(NewRun run) {
        return mayStart(run.connection())
                .invoke(() -> orders.put(run.id(), run))
                .invoke(
                        () ->
                                runs.put(
                                        run.id(),
                                        new RunDetail(
                                                queued(run),
                                                Progress.of(RunState.QUEUED, List.of(), 0, 0, 0, 0),
                                                run.goals().stream()
                                                        .map(InMemoryRuns::waiting)
                                                        .toList(),
                                                List.of(),
                                                0,
                                                false,
                                                List.of())));
    }

    @Override
    public Uni<Void> addReplayFile(RunId run, Multi<byte[]> pieces) {
        return pieces.collect()
                .asList()
                .invoke(all -> replayFiles.put(run, joined(all)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> requestStop(RunId run, String by) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () -> {
                            RunState state = detail(run).summary().state();
                            if (!state.ended() && state != RunState.STOPPING) {
                                stopping(run);
                                say(run, "Stop asked for by " + by + ".");
                            }
                        });
    }

    @Override
    public Uni<Void> requeue(RunId run, String by) {
        return Uni.createFrom()
                .deferred(
                        () ->
                                runs.containsKey(run)
                                        ? mayStart(detail(run).summary().connection())
                                        : Uni.createFrom().failure(new RunNotResumable()))
                .invoke(
                        () -> {
                            if (!detail(run).resumable()) {
                                throw new RunNotResumable();
                            }
                            change(
                                    run,
                                    one ->
                                            with(
                                                    one,
                                                    RunState.QUEUED,
                                                    Optional.empty(),
                                                    one.goals()));
                            say(run, "Resumed by " + by + ".");
                        });
    }

    @Override
    public Uni<Boolean> isRunning(ConnectionId connection) {
        return Uni.createFrom().item(() -> running(connection).isPresent());
    }

    @Override
    public Uni<Set<ConnectionId>> running(Collection<ConnectionId> wanted) {
        return Uni.createFrom()
                .item(
                        () ->
                                wanted.stream()
                                        .filter(one -> running(one).isPresent())
                                        .collect(Collectors.toSet()));
    }

    @Override
    public Uni<Void> stopAll(Collection<ConnectionId> wanted) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () ->
                                wanted.forEach(
                                        one -> running(one).ifPresent(run -> stopping(run.id()))));
    }

    @Override
    public Uni<Void> stop(ConnectionId connection) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> running(connection).ifPresent(run -> stopping(run.id())));
    }

    // What requests read

    @Override
    public Uni<Page<RunSummary>> ofConnection(ConnectionId connection, PageRequest page) {
        return page(run -> run.connection().equals(connection), page);
    }

    @Override
    public Uni<Map<ConnectionId, RunSummary>> lastOf(Collection<ConnectionId> wanted) {
        return Uni.createFrom()
                .item(
                        () ->
                                summaries()
                                        .filter(run -> wanted.contains(run.connection()))
                                        .collect(
                                                Collectors.toMap(
                                                        RunSummary::connection,
                                                        Function.identity(),
                                                        (newer, _) -> newer)));
    }

    @Override
    public Uni<Page<RunSummary>> all(PageRequest page) {
        return page(_ -> true, page);
    }

    @Override
    public Uni<Page<RunSummary>> active(PageRequest page) {
        return page(run -> !run.state().ended(), page);
    }

    @Override
    public Uni<Page<RunSummary>> ended(PageRequest page) {
        return page(run -> run.state().ended(), page);
    }

    @Override
    public Uni<List<HourlyTotal>> hourlyTotals(Instant from) {
        return Uni.createFrom().item(() -> List.copyOf(totals.tailMap(from).values()));
    }

    @Override
    public Uni<Optional<RunDetail>> find(RunId run) {
        return Uni.createFrom()
                .item(() -> runs.containsKey(run) ? Optional.of(detail(run)) : Optional.empty());
    }

    @Override
    public Uni<List<RatePoint>> rate(RunId run, int maxPoints) {
        return Uni.createFrom()
                .item(() -> rates.getOrDefault(run, List.of()).stream().limit(maxPoints).toList());
    }

    @Override
    public Uni<Page<LogLine>> log(RunId run, PageRequest page) {
        return inOrder(logs.getOrDefault(run, List.of()), page);
    }

    @Override
    public Uni<List<Touched>> lastTouched(RunId run, int limit) {
        return Uni.createFrom()
                .item(() -> touched.getOrDefault(run, List.of()).stream().limit(limit).toList());
    }

    @Override
    public Uni<Page<RejectedRecord>> rejected(RunId run, Optional<GoalId> goal, PageRequest page) {
        boolean ofFirst =
                goal.isEmpty() || detail(run).goals().getFirst().id().equals(goal.orElseThrow());
        return inOrder(ofFirst ? rejected.getOrDefault(run, List.of()) : List.of(), page);
    }

    @Override
    public Uni<Set<SourceFile>> finished(
            ConnectionId connection, GoalId goal, List<SourceFile> files) {
        return Uni.createFrom()
                .item(
                        () -> {
                            Set<SourceFile> known =
                                    new HashSet<>(finished.getOrDefault(goal, Set.of()));
                            known.retainAll(files);
                            return known;
                        });
    }

    @Override
    public Runnable remember() {
        Map<RunId, RunDetail> before = Map.copyOf(runs);
        Map<RunId, byte[]> filesBefore = Map.copyOf(replayFiles);
        return () -> {
            runs.clear();
            runs.putAll(before);
            replayFiles.clear();
            replayFiles.putAll(filesBefore);
        };
    }

    private Uni<Void> mayStart(ConnectionId connection) {
        return connections
                .find(connection)
                .invoke(
                        found -> {
                            if (!found.map(Connection::on).orElse(false)) {
                                throw new ConnectionOff();
                            }
                            running(connection)
                                    .ifPresent(
                                            run -> {
                                                throw new RunInProgress(run.id());
                                            });
                        })
                .replaceWithVoid();
    }

    private RunSummary queued(NewRun run) {
        int number =
                (int) summaries().filter(one -> one.connection().equals(run.connection())).count();
        return new RunSummary(
                run.id(),
                number + 1,
                run.connection(),
                run.connectionName(),
                RunState.QUEUED,
                run.cause(),
                run.created(),
                Optional.empty(),
                Optional.empty(),
                Counts.NONE,
                Optional.empty());
    }

    private static RunDetail.Goal waiting(NewGoal goal) {
        return new RunDetail.Goal(
                goal.id(),
                goal.name(),
                RunDetail.GoalState.WAITING,
                Counts.NONE,
                List.of(),
                List.of(),
                Optional.empty());
    }

    private Optional<RunSummary> running(ConnectionId connection) {
        return summaries()
                .filter(run -> run.connection().equals(connection))
                .filter(run -> !run.state().ended())
                .findFirst();
    }

    private void stopping(RunId run) {
        change(run, one -> with(one, RunState.STOPPING, Optional.empty(), one.goals()));
    }

    private void say(RunId run, String message) {
        writing(run, new LogLine(Instant.EPOCH, LogLine.Level.INFO, message));
    }

    private void change(RunId run, Function<RunDetail, RunDetail> how) {
        runs.put(run, how.apply(detail(run)));
    }

    /// With what follows from the other runs.
    private RunDetail detail(RunId id) {
        RunDetail stored = Objects.requireNonNull(runs.get(id));
        RunSummary run = stored.summary();
        boolean brokenOff = run.state() == RunState.STOPPED || run.state() == RunState.FAILED;
        boolean newerHasRead =
                summaries()
                        .filter(other -> other.connection().equals(run.connection()))
                        .filter(other -> other.cause().kind() != Cause.Kind.REPLAY)
                        .anyMatch(other -> other.number() > run.number());
        return new RunDetail(
                run,
                stored.progress(),
                stored.goals(),
                stored.files(),
                stored.fileCount(),
                brokenOff && !failedForGood.contains(id) && !newerHasRead,
                summaries()
                        .filter(other -> other.cause().of().equals(Optional.of(id)))
                        .sorted(NEWEST_FIRST.reversed())
                        .map(RunSummary::id)
                        .toList());
    }

    private static RunDetail with(
            RunDetail run, RunState state, Optional<Instant> ended, List<RunDetail.Goal> goals) {
        RunSummary old = run.summary();
        return new RunDetail(
                new RunSummary(
                        old.id(),
                        old.number(),
                        old.connection(),
                        old.connectionName(),
                        state,
                        old.cause(),
                        old.created(),
                        old.started(),
                        ended,
                        goals.stream()
                                .map(RunDetail.Goal::counts)
                                .reduce(Counts.NONE, Counts::plus),
                        Optional.<RunProblem>empty()),
                run.progress(),
                goals,
                run.files(),
                run.fileCount(),
                run.resumable(),
                run.replays());
    }

    private Stream<RunSummary> summaries() {
        return List.copyOf(runs.values()).stream().map(RunDetail::summary).sorted(NEWEST_FIRST);
    }

    private Uni<Page<RunSummary>> page(Predicate<RunSummary> which, PageRequest page) {
        return Uni.createFrom()
                .item(
                        () ->
                                Page.of(
                                        summaries()
                                                .filter(which)
                                                .filter(run -> isAfter(run, page))
                                                .limit(page.limit() + 1L)
                                                .toList(),
                                        page.limit(),
                                        run -> Cursor.of(run.id().value().toString())));
    }

    private static boolean isAfter(RunSummary run, PageRequest page) {
        return page.after()
                .map(after -> run.id().value().toString().compareTo(after.key().getFirst()) < 0)
                .orElse(true);
    }

    private static <T> Uni<Page<T>> inOrder(List<T> all, PageRequest page) {
        int from = page.after().map(after -> Integer.parseInt(after.key().getFirst())).orElse(0);
        int to = Math.min(all.size(), from + page.limit());
        Optional<Cursor> next =
                to < all.size() ? Optional.of(Cursor.of(Integer.toString(to))) : Optional.empty();
        return Uni.createFrom().item(new Page<>(all.subList(from, to), next));
    }

    private static byte[] joined(List<byte[]> pieces) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        pieces.forEach(whole::writeBytes);
        return whole.toByteArray();
    }
}
