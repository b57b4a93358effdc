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

/// Lets a stopped or failed run go on behind its last chunk.
@Singleton
public final class ResumeRun {
    private final UnitOfWork unitOfWork;
    private final RunQueue queue;
    private final RunReadings runs;
    private final AuditTrail trail;

    ResumeRun(UnitOfWork unitOfWork, RunQueue queue, RunReadings runs, AuditTrail trail) {
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
                .chain(run -> resume(run, command))
                .chain(() -> GetRun.get(runs, command.run()));
    }

    private Uni<Void> resume(RunDetail run, Command command) {
        return unitOfWork.run(
                () ->
                        queue.requeue(command.run(), command.actor().name())
                                .chain(
                                        () ->
                                                trail.record(
                                                        AuditEvent.of(
                                                                command.actor(),
                                                                Action.RESUMED,
                                                                run.subject()))));
    }
}
