package io.connections.api.run;

import io.connections.api.kernel.IdempotencyKeyHeader;
import io.connections.api.kernel.PathIds;
import io.connections.application.access.port.ActorProvider;
import io.connections.application.run.request.ReplayRejectedRecords;
import io.connections.domain.goal.GoalId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/runs/{id}/replay")
@Tag(name = "Runs")
public class ReplayRunResource {
    private final ActorProvider actors;
    private final UploadSpool uploads;
    private final ReplayRejectedRecords replayRejectedRecords;

    ReplayRunResource(
            ActorProvider actors,
            UploadSpool uploads,
            ReplayRejectedRecords replayRejectedRecords) {
        this.actors = actors;
        this.uploads = uploads;
        this.replayRejectedRecords = replayRejectedRecords;
    }

    @POST
    @Consumes({"text/csv", "application/octet-stream"})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replayRejectedRecords",
            summary = "Import mended records, as a run of its own",
            description =
                    "Takes the download of rejected records with `raw` mended, or a file like the"
                            + " one they came from. `goal` may be left out where the run rejected"
                            + " records of one goal only.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = "application/octet-stream",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponseSchema(value = RunResponse.class, responseCode = "202")
    public Uni<RestResponse<RunResponse>> replayRejectedRecords(
            @PathParam("id") String id,
            @QueryParam("goal") @Nullable UUID goal,
            @Parameter(required = true) @HeaderParam(IdempotencyKeyHeader.NAME)
                    @Nullable String key,
            InputStream file) {
        return actors.current()
                .chain(
                        actor ->
                                replayRejectedRecords.handle(
                                        new ReplayRejectedRecords.Command(
                                                actor,
                                                PathIds.run(id),
                                                Optional.ofNullable(goal).map(GoalId::new),
                                                uploads.of(file),
                                                IdempotencyKeyHeader.required(
                                                        key,
                                                        actor,
                                                        "replay %s goal=%s"
                                                                .formatted(
                                                                        id,
                                                                        Objects.toString(
                                                                                goal, ""))))))
                .map(run -> RestResponse.accepted(RunResponse.of(run)));
    }
}
