package io.connections.api.run;

import io.connections.api.kernel.PathIds;
import io.connections.application.access.port.ActorProvider;
import io.connections.application.kernel.PageRequest;
import io.connections.application.run.request.ListRejectedRecords;
import io.connections.application.run.request.WatchRun;
import io.connections.domain.access.Actor;
import io.connections.domain.run.RunId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Asks first what the stream will ask, and so fails with a problem while that can still be sent.
class StreamCheck {
    private final ActorProvider actors;
    private final WatchRun watchRun;
    private final WatchedRun watched;
    private final ListRejectedRecords listRejectedRecords;

    StreamCheck(
            ActorProvider actors,
            WatchRun watchRun,
            WatchedRun watched,
            ListRejectedRecords listRejectedRecords) {
        this.actors = actors;
        this.watchRun = watchRun;
        this.watched = watched;
        this.listRejectedRecords = listRejectedRecords;
    }

    @ServerRequestFilter
    @StreamOfRun
    Uni<Void> check(UriInfo uri) {
        RunId run = PathIds.run(String.valueOf(uri.getPathParameters().getFirst("id")));
        boolean rejected = uri.getPath().endsWith("/rejected.csv");
        return actors.current().chain(actor -> rejected ? rejected(actor, run) : run(actor, run));
    }

    private Uni<Void> run(Actor actor, RunId run) {
        return watchRun.handle(new WatchRun.Query(actor, run))
                .invoke(watched::is)
                .replaceWithVoid();
    }

    private Uni<Void> rejected(Actor actor, RunId run) {
        return listRejectedRecords
                .handle(
                        new ListRejectedRecords.Query(
                                actor, run, Optional.empty(), new PageRequest(Optional.empty(), 1)))
                .replaceWithVoid();
    }
}
