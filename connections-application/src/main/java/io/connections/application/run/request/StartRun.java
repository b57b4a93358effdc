package io.connections.application.run.request;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.kernel.port.IdempotencyKeys;
import io.connections.application.kernel.port.Ids;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.run.request.RunPreparation.Prepared;
import io.connections.application.run.request.RunSummary.Cause;
import io.connections.application.run.request.port.RunQueue;
import io.connections.application.run.request.port.RunQueue.NewGoal;
import io.connections.application.run.request.port.RunQueue.NewRun;
import io.connections.application.run.request.port.RunReadings;
import io.connections.application.run.request.port.SourceListing;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.audit.Subject;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.run.RunId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// *Run now*: leaves a queued run for a worker.
@Singleton
public final class StartRun {
    private final UnitOfWork unitOfWork;
    private final IdempotencyKeys keys;
    private final Ids ids;
    private final RunPreparation preparation;
    private final SourceListing listing;
    private final RunQueue queue;
    private final RunReadings runs;
    private final InstantSource clock;
    private final AuditTrail trail;

    StartRun(
            UnitOfWork unitOfWork,
            IdempotencyKeys keys,
            Ids ids,
            RunPreparation preparation,
            SourceListing listing,
            RunQueue queue,
            RunReadings runs,
            InstantSource clock,
            AuditTrail trail) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
        this.ids = ids;
        this.preparation = preparation;
        this.listing = listing;
        this.queue = queue;
        this.runs = runs;
        this.clock = clock;
        this.trail = trail;
    }

    /// @param rereadFinished whether a person said to read again what an earlier run has finished
    public record Command(
            Actor actor,
            ConnectionId connection,
            boolean rereadFinished,
            IdempotencyKeys.Key key) {}

    /// Asks the other system before the transaction, and refuses within it: a repetition of a
    /// request that was honoured gets its run, whatever has happened since.
    public Uni<RunDetail> handle(Command command) {
        return unitOfWork
                .run(
                        () -> {
                            command.actor().require(Permission.RUNS_EXECUTE);
                            return preparation.of(command.connection(), command.actor());
                        })
                .chain(
                        first ->
                                alreadyImported(first, command)
                                        .chain(
                                                imported ->
                                                        unitOfWork.run(
                                                                () ->
                                                                        keys.once(
                                                                                command.key(),
                                                                                () ->
                                                                                        queued(
                                                                                                command,
                                                                                                imported)))))
                .chain(id -> GetRun.get(runs, new RunId(id)));
    }

    private Uni<UUID> queued(Command command, List<String> imported) {
        return preparation
                .of(command.connection(), command.actor())
                .invoke(
                        prepared -> {
                            prepared.requireRunnable();
                            if (!imported.isEmpty()) {
                                throw new FilesAlreadyImported(imported);
                            }
                        })
                .map(prepared -> newRun(prepared, command))
                .call(queue::add)
                .call(run -> trail.record(started(run, command)))
                .map(run -> run.id().value());
    }

    private NewRun newRun(Prepared prepared, Command command) {
        Connection connection = prepared.connection();
        return new NewRun(
                new RunId(ids.next()),
                connection.id(),
                connection.version(),
                connection.name(),
                new Cause(Cause.Kind.MANUAL, Optional.of(command.actor().name()), Optional.empty()),
                command.rereadFinished(),
                prepared.goals().stream().map(goal -> new NewGoal(goal.id(), goal.name())).toList(),
                clock.instant());
    }

    private static AuditEvent started(NewRun run, Command command) {
        Subject subject = Subject.of(run.id().ref(), run.connectionName());
        return command.rereadFinished()
                ? AuditEvent.of(
                        command.actor(),
                        Action.STARTED,
                        subject,
                        Change.of("Files that are imported already", "", "read again"))
                : AuditEvent.of(command.actor(), Action.STARTED, subject);
    }

    /// The files to read, when an earlier run has finished every one of them; else none. Where the
    /// other system cannot be asked the run starts, and fails with its own reason.
    private Uni<List<String>> alreadyImported(Prepared prepared, Command command) {
        boolean nothingToAsk =
                command.rereadFinished()
                        || !prepared.connection().on()
                        || !prepared.problems().isEmpty();
        if (nothingToAsk) {
            return Uni.createFrom().item(List.of());
        }
        return Multi.createFrom()
                .iterable(prepared.goals())
                .onItem()
                .transformToUniAndConcatenate(goal -> finishedOf(prepared.connection(), goal))
                .collect()
                .asList()
                .map(
                        goals ->
                                goals.stream().anyMatch(List::isEmpty)
                                        ? List.<String>of()
                                        : goals.stream().flatMap(List::stream).toList())
                .onFailure()
                .recoverWithItem(List.of());
    }

    private Uni<List<String>> finishedOf(Connection connection, ImportGoal goal) {
        return listing.toRead(connection, goal)
                .chain(
                        files ->
                                runs.finished(connection.id(), goal.id(), files)
                                        .map(
                                                finished ->
                                                        finished.containsAll(files)
                                                                ? files.stream()
                                                                        .map(SourceFile::path)
                                                                        .toList()
                                                                : List.of()));
    }
}
