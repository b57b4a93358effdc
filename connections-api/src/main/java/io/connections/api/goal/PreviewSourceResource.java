package io.connections.api.goal;

import io.connections.api.catalog.SetupJson;
import io.connections.api.catalog.SetupValue;
import io.connections.api.kernel.PathIds;
import io.connections.application.access.port.ActorProvider;
import io.connections.application.goal.PreviewSource;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.goal.GoalId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/connections/{id}/source-preview")
@Tag(name = "Connections")
public class PreviewSourceResource {
    private final ActorProvider actors;
    private final GoalApiMapper goals;
    private final PreviewSource previewSource;

    PreviewSourceResource(ActorProvider actors, GoalApiMapper goals, PreviewSource previewSource) {
        this.actors = actors;
        this.goals = goals;
        this.previewSource = previewSource;
    }

    /// @param goalId the goal whose finished files are marked; absent: none is
    /// @param setup the whole form, so that a field left out is empty; absent: as saved
    /// @param secrets those typed in, by field; the others are as saved
    @Schema(
            name = "PreviewSourceRequest",
            requiredProperties = {"source"})
    public record Request(
            @Nullable UUID goalId,
            GoalJson.@Nullable SourceJson source,
            @Schema(additionalProperties = SetupValue.class)
                    @Nullable Map<String, @Nullable Object> setup,
            @Nullable Map<String, @Nullable String> secrets) {
        @Override
        public String toString() {
            return "PreviewSourceRequest[***]";
        }
    }

    @POST
    @Operation(
            operationId = "previewSource",
            summary = "What a goal would read: its files and the first records",
            description =
                    "Reads the first 256 KiB of the first file. Nothing is written, in the other"
                            + " system neither.")
    public Uni<SourcePreviewResponse> previewSource(
            @PathParam("id") String id, @Nullable Request request) {
        return actors.current()
                .chain(
                        actor -> {
                            if (request == null) {
                                throw RequestInvalid.at("", "required", "Send a JSON object.");
                            }
                            return previewSource.handle(
                                    new PreviewSource.Query(
                                            PathIds.connection(id),
                                            Optional.ofNullable(request.goalId()).map(GoalId::new),
                                            goals.source(request.source(), "/source"),
                                            SetupJson.unsaved(request.setup(), request.secrets()),
                                            actor));
                        })
                .map(SourcePreviewResponse::of);
    }
}
