package io.connections.api.profile;

import io.connections.api.label.LabelRefResponse;
import io.connections.api.label.LabelRequests;
import io.connections.application.access.port.ActorProvider;
import io.connections.application.label.LabelChange;
import io.connections.application.profile.LabelProperty;
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
@Path("/profile-properties/{id}/labels")
@Tag(name = "Profile properties")
public class PropertyLabelsResource {
    private final ActorProvider actors;
    private final LabelProperty labelProperty;

    PropertyLabelsResource(ActorProvider actors, LabelProperty labelProperty) {
        this.actors = actors;
        this.labelProperty = labelProperty;
    }

    @PUT
    @Operation(
            operationId = "setPropertyLabels",
            summary = "Say which labels a property has, at once",
            description = LabelRequests.REPLACES)
    public Uni<LabelRefResponse.Items> setPropertyLabels(
            @PathParam("id") String id, LabelRequests.@Nullable Replace request) {
        return change(id, () -> LabelRequests.Replace.change(request));
    }

    @PATCH
    @Operation(
            operationId = "changePropertyLabels",
            summary = "Put labels on a property and take others off, at once",
            description = LabelRequests.ADJUSTS)
    public Uni<LabelRefResponse.Items> changePropertyLabels(
            @PathParam("id") String id, LabelRequests.@Nullable Adjust request) {
        return change(id, () -> LabelRequests.Adjust.change(request));
    }

    private Uni<LabelRefResponse.Items> change(String id, Supplier<LabelChange> change) {
        return as(actor -> labelProperty.handle(new LabelProperty.Command(id, change.get(), actor)))
                .map(LabelRefResponse.Items::of);
    }

    private <T> Uni<T> as(Function<Actor, Uni<T>> work) {
        return actors.current().chain(work::apply);
    }
}
