package io.connections.api.consent;

import io.connections.api.label.LabelRefResponse;
import io.connections.api.label.LabelRequests;
import io.connections.application.access.port.ActorProvider;
import io.connections.application.consent.LabelObjective;
import io.connections.application.label.LabelChange;
import io.connections.domain.access.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// At once: neither the version nor who changed it last is touched.
@Path("/objectives/{id}/labels")
@Tag(name = "Objectives and privacy")
public class ObjectiveLabelsResource {
    private final ActorProvider actors;
    private final LabelObjective labelObjective;

    ObjectiveLabelsResource(ActorProvider actors, LabelObjective labelObjective) {
        this.actors = actors;
        this.labelObjective = labelObjective;
    }

    @PUT
    @Operation(
            operationId = "setObjectiveLabels",
            summary = "Say which labels an objective has, at once",
            description = LabelRequests.REPLACES)
    public Uni<LabelRefResponse.Items> setObjectiveLabels(
            @PathParam("id") String id, LabelRequests.@Nullable Replace request) {
        return change(id, () -> LabelRequests.Replace.change(request));
    }

    @PATCH
    @Operation(
            operationId = "changeObjectiveLabels",
            summary = "Put labels on an objective and take others off, at once",
            description = LabelRequests.ADJUSTS)
    public Uni<LabelRefResponse.Items> changeObjectiveLabels(
            @PathParam("id") String id, LabelRequests.@Nullable Adjust request) {
        return change(id, () -> LabelRequests.Adjust.change(request));
    }

    private Uni<LabelRefResponse.Items> change(String id, Supplier<LabelChange> change) {
        return as(actor ->
                        labelObjective.handle(new LabelObjective.Command(id, change.get(), actor)))
                .map(LabelRefResponse.Items::of);
    }

    private <T> Uni<T> as(Function<Actor, Uni<T>> work) {
        return actors.current().chain(work::apply);
    }
}
