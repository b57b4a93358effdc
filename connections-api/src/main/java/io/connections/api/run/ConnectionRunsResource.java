package io.connections.api.run;

import io.connections.api.kernel.IdempotencyKeyHeader;
import io.connections.api.kernel.Paging;
import io.connections.api.kernel.PathIds;
import io.connections.application.access.port.ActorProvider;
import io.connections.application.run.request.ListRuns;
import io.connections.application.run.request.StartRun;
import io.connections.domain.access.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/connections/{connection}/runs")
@Tag(name = "Runs")
public class ConnectionRunsResource {
    private final ActorProvider actors;
    private final StartRun startRun;
    private final ListRuns listRuns;

    ConnectionRunsResource(ActorProvider actors, StartRun startRun, ListRuns listRuns) {
        this.actors = actors;
        this.startRun = startRun;
        this.listRuns = listRuns;
    }

    @Schema(name = "StartRun", examples = "{\"rereadFinished\":false}")
    public record StartRunRequest(@Nullable Boolean rereadFinished) {}

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "startRun",
            summary = "Run the connection now",
            description =
                    "Queues a run of the newest saved version. Files that an earlier run has"
                            + " finished are read again only with rereadFinished.")
    @APIResponseSchema(value = RunResponse.class, responseCode = "202")
    public Uni<RestResponse<RunResponse>> startRun(
            @PathParam("connection") String connection,
            @Parameter(required = true) @HeaderParam(IdempotencyKeyHeader.NAME)
                    @Nullable String key,
            @Nullable StartRunRequest request) {
        boolean reread = request != null && Boolean.TRUE.equals(request.rereadFinished());
        return as(actor ->
                        startRun.handle(
                                new StartRun.Command(
                                        actor,
                                        PathIds.connection(connection),
                                        reread,
                                        IdempotencyKeyHeader.required(
                                                key,
                                                actor,
                                                "start " + connection + " reread=" + reread))))
                .map(run -> RestResponse.accepted(RunResponse.of(run)));
    }

    @GET
    @Operation(operationId = "listConnectionRuns", summary = "A connection's runs, newest first")
    public Uni<RunSummaryResponse.Items> listConnectionRuns(
            @PathParam("connection") String connection,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        Paging paging = Paging.of("runs of", connection);
        return as(actor ->
                        listRuns.handle(
                                new ListRuns.Query(
                                        actor,
                                        new ListRuns.Scope.OfConnection(
                                                PathIds.connection(connection)),
                                        paging.page(after, limit))))
                .map(page -> RunSummaryResponse.Items.of(page, paging));
    }

    private <T> Uni<T> as(Function<Actor, Uni<T>> work) {
        return actors.current().chain(work::apply);
    }
}
