package io.connections.application.run.request;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.IdempotencyKeys;
import io.connections.application.kernel.port.Ids;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.run.request.MendedFile.Kept;
import io.connections.application.run.request.RunPreparation.Prepared;
import io.connections.application.run.request.RunSummary.Cause;
import io.connections.application.run.request.port.FileBeginnings;
import io.connections.application.run.request.port.RunQueue;
import io.connections.application.run.request.port.RunQueue.NewGoal;
import io.connections.application.run.request.port.RunQueue.NewRun;
import io.connections.application.run.request.port.RunReadings;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.audit.Subject;
import io.connections.domain.connection.Connection;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.run.RunId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Leaves a queued run that imports mended records: by the goal as it is saved now, since the
/// mapping may be what was mended.
@Singleton
public final class ReplayRejectedRecords {
    private final UnitOfWork unitOfWork;
    private final IdempotencyKeys keys;
    private final Ids ids;
    private final RunPreparation preparation;
    private final RunQueue queue;
    private final RunReadings runs;
    private final FileBeginnings beginnings;
    private final InstantSource clock;
    private final AuditTrail trail;

    ReplayRejectedRecords(
            UnitOfWork unitOfWork,
            IdempotencyKeys keys,
            Ids ids,
            RunPreparation preparation,
            RunQueue queue,
            RunReadings runs,
            FileBeginnings beginnings,
            InstantSource clock,
            AuditTrail trail) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
        this.ids = ids;
        this.preparation = preparation;
        this.queue = queue;
        this.runs = runs;
        this.beginnings = beginnings;
        this.clock = clock;
        this.trail = trail;
    }

    /// @param goal whose records these are; may be left out where the run rejected records of one
    ///     goal only
    public record Command(
            Actor actor,
            RunId run,
            Optional<GoalId> goal,
            MendedFile file,
            IdempotencyKeys.Key key) {}

    /// Fails with [RunNotReplayable].
    public Uni<RunDetail> handle(Command command) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            command.actor().require(Permission.RUNS_EXECUTE);
                            return GetRun.get(runs, command.run());
                        })
                .chain(mended -> replay(mended, goal(mended, command), command))
                .chain(id -> GetRun.get(runs, new RunId(id)));
    }

    private Uni<UUID> replay(RunDetail mended, GoalId goal, Command command) {
        return command.file()
                .keep()
                .chain(
                        file ->
                                unitOfWork
                                        .run(
                                                () ->
                                                        keys.once(
                                                                keyOf(command, file),
                                                                () ->
                                                                        queued(
                                                                                mended, goal, file,
                                                                                command)))
                                        .eventually(file::discard));
    }

    private static GoalId goal(RunDetail mended, Command command) {
        if (mended.summary().ended().isEmpty()) {
            throw new RunNotReplayable("This run has not ended. Wait for its end, or stop it.");
        }
        List<GoalId> rejecting =
                mended.goals().stream()
                        .filter(goal -> goal.counts().rejected() > 0)
                        .map(RunDetail.Goal::id)
                        .filter(
                                goal ->
                                        command.goal().isEmpty()
                                                || command.goal().get().equals(goal))
                        .toList();
        return switch (rejecting.size()) {
            case 0 -> throw new RunNotReplayable("This run has rejected nothing.");
            case 1 -> rejecting.getFirst();
            default ->
                    throw RequestInvalid.at(
                            "/goal",
                            "required",
                            "This run has rejected records of several goals: say whose these are.");
        };
    }

    private static IdempotencyKeys.Key keyOf(Command command, Kept file) {
        IdempotencyKeys.Key key = command.key();
        return new IdempotencyKeys.Key(
                key.actor(), key.text(), key.request() + " file " + file.sha256());
    }

    private Uni<UUID> queued(RunDetail mended, GoalId goal, Kept file, Command command) {
        return preparation
                .of(mended.summary().connection(), command.actor())
                .invoke(Prepared::requireRunnable)
                .map(prepared -> goalIn(prepared, goal))
                .call(saved -> readable(saved.goal(), file))
                .map(saved -> newRun(saved.connection(), saved.goal(), command))
                .call(queue::add)
                .call(run -> queue.addReplayFile(run.id(), file.pieces()))
                .call(run -> trail.record(replayed(run, command)))
                .map(run -> run.id().value());
    }

    private static AuditEvent replayed(NewRun run, Command command) {
        return AuditEvent.of(
                command.actor(),
                Action.REPLAYED,
                Subject.of(run.id().ref(), run.connectionName()),
                Change.of("Rejected records of run", "", command.run().value().toString()));
    }

    private record Saved(Connection connection, ImportGoal goal) {}

    private static Saved goalIn(Prepared prepared, GoalId id) {
        return prepared.goals().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(goal -> new Saved(prepared.connection(), goal))
                .orElseThrow(
                        () ->
                                new RunNotReplayable(
                                        "The connection no longer has the goal of these records, or"
                                                + " it is switched off."));
    }

    private Uni<byte[]> readable(ImportGoal goal, Kept file) {
        return file.pieces()
                .toUni()
                .onItem()
                .ifNull()
                .continueWith(new byte[0])
                .invoke(
                        beginning ->
                                new MendedBeginning(goal, beginning, beginnings).requireReadable());
    }

    private NewRun newRun(Connection connection, ImportGoal goal, Command command) {
        return new NewRun(
                new RunId(ids.next()),
                connection.id(),
                connection.version(),
                connection.name(),
                new Cause(
                        Cause.Kind.REPLAY,
                        Optional.of(command.actor().name()),
                        Optional.of(command.run())),
                true,
                List.of(new NewGoal(goal.id(), goal.name())),
                clock.instant());
    }
}
