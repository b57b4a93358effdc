package io.connections.application.run.request;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.run.request.port.RunQueue;
import io.connections.application.run.request.port.RunReadings;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.run.RunId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// Asks a run to stop at its next chunk. One that has ended stays as it is.
@Singleton
public final class StopRun {
    private final UnitOfWork unitOfWork;
    private final RunQueue queue;
    private final RunReadings runs;
    private final AuditTrail trail;

    StopRun(UnitOfWork unitOfWork, RunQueue queue, RunReadings runs, AuditTrail trail) {
        this.unitOfWork = unitOfWork;
        this.queue = queue;
        this.runs = runs;
        this.trail = trail;
    }

    public record Command(Actor actor, RunId run) {}

    public Uni<RunDetail> handle(Command command) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            command.actor().require(Permission.RUNS_EXECUTE);
                            return GetRun.get(runs, command.run());
                        })
                .chain(run -> stop(run, command))
                .chain(() -> GetRun.get(runs, command.run()));
    }

    private Uni<Void> stop(RunDetail run, Command command) {
        return unitOfWork.run(
                () ->
                        queue.requestStop(command.run(), command.actor().name())
                                .chain(
                                        () ->
                                                run.summary().ended().isPresent()
                                                        ? Uni.createFrom().voidItem()
                                                        : trail.record(
                                                                AuditEvent.of(
                                                                        command.actor(),
                                                                        Action.STOP_REQUESTED,
                                                                        run.subject()))));
    }
}
