package io.connections.api.run;

import io.connections.api.kernel.Paging;
import io.connections.api.kernel.PathIds;
import io.connections.application.access.port.ActorProvider;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.run.request.DownloadRejectedRecords;
import io.connections.application.run.request.GetRun;
import io.connections.application.run.request.GetRunRate;
import io.connections.application.run.request.ListRejectedRecords;
import io.connections.application.run.request.ListRunLog;
import io.connections.application.run.request.ListRuns;
import io.connections.application.run.request.ListTouchedProfiles;
import io.connections.application.run.request.ResumeRun;
import io.connections.application.run.request.StopRun;
import io.connections.domain.access.Actor;
import io.connections.domain.goal.GoalId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/runs")
@Tag(name = "Runs")
public class RunResource {
    private final ActorProvider actors;
    private final ListRuns listRuns;
    private final GetRun getRun;
    private final WatchedRun watched;
    private final GetRunRate getRunRate;
    private final ListRunLog listRunLog;
    private final ListTouchedProfiles listTouchedProfiles;
    private final ListRejectedRecords listRejectedRecords;
    private final DownloadRejectedRecords downloadRejectedRecords;
    private final StopRun stopRun;
    private final ResumeRun resumeRun;
    private final KeepAlive keepAlive;

    RunResource(
            ActorProvider actors,
            ListRuns listRuns,
            GetRun getRun,
            WatchedRun watched,
            GetRunRate getRunRate,
            ListRunLog listRunLog,
            ListTouchedProfiles listTouchedProfiles,
            ListRejectedRecords listRejectedRecords,
            DownloadRejectedRecords downloadRejectedRecords,
            StopRun stopRun,
            ResumeRun resumeRun,
            KeepAlive keepAlive) {
        this.actors = actors;
        this.listRuns = listRuns;
        this.getRun = getRun;
        this.watched = watched;
        this.getRunRate = getRunRate;
        this.listRunLog = listRunLog;
        this.listTouchedProfiles = listTouchedProfiles;
        this.listRejectedRecords = listRejectedRecords;
        this.downloadRejectedRecords = downloadRejectedRecords;
        this.stopRun = stopRun;
        this.resumeRun = resumeRun;
        this.keepAlive = keepAlive;
    }

    @GET
    @Operation(
            operationId = "listRuns",
            summary = "Runs, newest first",
            description = "With state=running: those that have not ended; state=ended: the others.")
    public Uni<RunSummaryResponse.Items> listRuns(
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        Paging paging = Paging.of("runs", Objects.requireNonNullElse(state, ""));
        return as(actor ->
                        listRuns.handle(
                                new ListRuns.Query(actor, scope(state), paging.page(after, limit))))
                .map(page -> RunSummaryResponse.Items.of(page, paging));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getRun", summary = "One run, with how far it has come")
    public Uni<RunResponse> getRun(@PathParam("id") String id) {
        return as(actor -> getRun.handle(new GetRun.Query(actor, PathIds.run(id))))
                .map(RunResponse::of);
    }

    @GET
    @StreamOfRun
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "watchRun",
            summary = "The run each time it has changed",
            description =
                    "Events `run` with the run as data, at most two a second; where nothing changes,"
                            + " the last one again every 15 seconds, so that a stream that is"
                            + " silent for longer is a broken one. The stream ends with the run.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING)))
    public Multi<OutboundSseEvent> watchRun(@PathParam("id") String id, @Context Sse sse) {
        return keepAlive.during(
                watched.states()
                        .map(
                                run ->
                                        sse.newEventBuilder()
                                                .name("run")
                                                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                                                .data(RunResponse.class, RunResponse.of(run))
                                                .build()));
    }

    @GET
    @Path("/{id}/rate")
    @Operation(operationId = "getRunRate", summary = "How fast the run was, in equal steps")
    public Uni<RunPartsResponse.Rate> getRunRate(@PathParam("id") String id) {
        return as(actor -> getRunRate.handle(new GetRunRate.Query(actor, PathIds.run(id))))
                .map(
                        points ->
                                new RunPartsResponse.Rate(
                                        points.stream()
                                                .map(
                                                        point ->
                                                                new RunPartsResponse
                                                                        .RatePointResponse(
                                                                        point.at(),
                                                                        point.records(),
                                                                        point.recordsPerSecond()))
                                                .toList()));
    }

    @GET
    @Path("/{id}/log")
    @Operation(operationId = "listRunLog", summary = "What the run has written down")
    public Uni<RunPartsResponse.Log> listRunLog(
            @PathParam("id") String id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        Paging paging = Paging.of("log", id);
        return as(actor ->
                        listRunLog.handle(
                                new ListRunLog.Query(
                                        actor, PathIds.run(id), paging.page(after, limit))))
                .map(page -> RunPartsResponse.Log.of(page, paging));
    }

    @GET
    @Path("/{id}/profiles")
    @Operation(operationId = "listTouchedProfiles", summary = "The 20 profiles the run met last")
    public Uni<RunPartsResponse.Touched> listTouchedProfiles(@PathParam("id") String id) {
        return as(actor ->
                        listTouchedProfiles.handle(
                                new ListTouchedProfiles.Query(actor, PathIds.run(id))))
                .map(
                        touched ->
                                new RunPartsResponse.Touched(
                                        touched.stream()
                                                .map(
                                                        one ->
                                                                new RunPartsResponse
                                                                        .TouchedResponse(
                                                                        one.profile().value(),
                                                                        one.disposition(),
                                                                        one.at(),
                                                                        one.label(),
                                                                        one.deleted()))
                                                .toList()));
    }

    @GET
    @Path("/{id}/rejected")
    @Operation(
            operationId = "listRejectedRecords",
            summary = "Records that could not be used",
            description = "`goal` leaves those of other goals out.")
    public Uni<RunPartsResponse.Rejected> listRejectedRecords(
            @PathParam("id") String id,
            @QueryParam("goal") @Nullable UUID goal,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        Paging paging = Paging.of("rejected", id, Objects.requireNonNullElse(goal, ""));
        return as(actor ->
                        listRejectedRecords.handle(
                                new ListRejectedRecords.Query(
                                        actor,
                                        PathIds.run(id),
                                        Optional.ofNullable(goal).map(GoalId::new),
                                        paging.page(after, limit))))
                .map(page -> RunPartsResponse.Rejected.of(page, paging));
    }

    @GET
    @StreamOfRun
    @Path("/{id}/rejected.csv")
    @Produces("text/csv")
    @Operation(
            operationId = "downloadRejectedRecords",
            summary =
                    "Rejected records as CSV: file, line, record, reason, message, field, value, raw",
            description =
                    "UTF-8, every field quoted. `reason` is a code, `message` says the same in a"
                            + " sentence. `field` and `value` are the ones to blame, empty where no"
                            + " single one is; a long value is cut. What a spreadsheet would take"
                            + " for a formula in these three begins with an apostrophe. `raw` is"
                            + " exactly what stood in the file, formulas too, so that the mended"
                            + " file can be replayed. Of a record of more than 64 KiB it is"
                            + " the beginning, ends with `[cut off here: longer than 64 KiB]`,"
                            + " and cannot be replayed.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public Multi<String> downloadRejectedRecords(
            @PathParam("id") String id, @QueryParam("goal") @Nullable UUID goal) {
        return RestMulti.fromUniResponse(
                as(
                        actor ->
                                downloadRejectedRecords.handle(
                                        new DownloadRejectedRecords.Query(
                                                actor,
                                                PathIds.run(id),
                                                Optional.ofNullable(goal).map(GoalId::new)))),
                records ->
                        Multi.createBy()
                                .concatenating()
                                .streams(
                                        Multi.createFrom().item(RejectedCsv.HEADER),
                                        records.map(RejectedCsv::row)));
    }

    @POST
    @Path("/{id}/stop")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "stopRun", summary = "Ask the run to stop at its next chunk")
    @APIResponseSchema(value = RunResponse.class, responseCode = "202")
    public Uni<RestResponse<RunResponse>> stopRun(@PathParam("id") String id) {
        return as(actor -> stopRun.handle(new StopRun.Command(actor, PathIds.run(id))))
                .map(run -> RestResponse.accepted(RunResponse.of(run)));
    }

    @POST
    @Path("/{id}/resume")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "resumeRun",
            summary = "Let a stopped or failed run go on behind its last chunk")
    @APIResponseSchema(value = RunResponse.class, responseCode = "202")
    public Uni<RestResponse<RunResponse>> resumeRun(@PathParam("id") String id) {
        return as(actor -> resumeRun.handle(new ResumeRun.Command(actor, PathIds.run(id))))
                .map(run -> RestResponse.accepted(RunResponse.of(run)));
    }

    private static ListRuns.Scope scope(@Nullable String state) {
        if (state == null) {
            return new ListRuns.Scope.All();
        }
        if (state.equals("running")) {
            return new ListRuns.Scope.NotEnded();
        }
        if (state.equals("ended")) {
            return new ListRuns.Scope.Ended();
        }
        throw RequestInvalid.at("/state", "unknown", "state is running or ended.");
    }

    private <T> Uni<T> as(Function<Actor, Uni<T>> work) {
        return actors.current().chain(work::apply);
    }
}
