package io.connections.application.run.request;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.run.request.port.RunReadings;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.goal.GoalId;
import io.connections.domain.run.RunId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/// All rejected records of a run, read page by page as fast as they are taken.
@Singleton
public final class DownloadRejectedRecords {
    private final RunReadings runs;
    private final UnitOfWork unitOfWork;
    private final AuditTrail trail;

    DownloadRejectedRecords(RunReadings runs, UnitOfWork unitOfWork, AuditTrail trail) {
        this.runs = runs;
        this.unitOfWork = unitOfWork;
        this.trail = trail;
    }

    private static final int PAGE = 200;

    /// @param goal absent: of all goals
    public record Query(Actor actor, RunId run, Optional<GoalId> goal) {}

    public Uni<Multi<RejectedRecord>> handle(Query query) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            query.actor().require(Permission.PROFILES_READ);
                            return GetRun.get(runs, query.run())
                                    .call(run -> recordDownload(run, query.actor()))
                                    .map(run -> records(query));
                        });
    }

    /// Before the first record leaves: they are personal data.
    private Uni<Void> recordDownload(RunDetail run, Actor by) {
        return unitOfWork.run(
                () ->
                        trail.record(
                                AuditEvent.of(
                                        by,
                                        Action.DOWNLOADED,
                                        run.subject(),
                                        Change.of("Rejected records", "", "downloaded"))));
    }

    private Multi<RejectedRecord> records(Query query) {
        return Multi.createBy()
                .repeating()
                .uni(
                        Place::new,
                        place ->
                                runs.rejected(
                                                query.run(),
                                                query.goal(),
                                                new PageRequest(place.after, PAGE))
                                        .invoke(page -> place.after = page.next()))
                .whilst(page -> page.next().isPresent())
                .onItem()
                .transformToIterable(Page::items);
    }

    private static final class Place {
        private Optional<Cursor> after = Optional.empty();
    }
}
