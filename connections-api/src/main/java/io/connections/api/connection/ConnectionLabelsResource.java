package io.connections.api.connection;

import io.connections.api.kernel.PathIds;
import io.connections.api.label.LabelRefResponse;
import io.connections.api.label.LabelRequests;
import io.connections.application.access.port.ActorProvider;
import io.connections.application.connection.LabelConnection;
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
@Path("/connections/{id}/labels")
@Tag(name = "Connections")
public class ConnectionLabelsResource {
    private final ActorProvider actors;
    private final LabelConnection labelConnection;

    ConnectionLabelsResource(ActorProvider actors, LabelConnection labelConnection) {
        this.actors = actors;
        this.labelConnection = labelConnection;
    }

    @PUT
    @Operation(
            operationId = "setConnectionLabels",
            summary = "Say which labels a connection has, at once",
            description = LabelRequests.REPLACES)
    public Uni<LabelRefResponse.Items> setConnectionLabels(
            @PathParam("id") String id, LabelRequests.@Nullable Replace request) {
        return change(id, () -> LabelRequests.Replace.change(request));
    }

    @PATCH
    @Operation(
            operationId = "changeConnectionLabels",
            summary = "Put labels on a connection and take others off, at once",
            description = LabelRequests.ADJUSTS)
    public Uni<LabelRefResponse.Items> changeConnectionLabels(
            @PathParam("id") String id, LabelRequests.@Nullable Adjust request) {
        return change(id, () -> LabelRequests.Adjust.change(request));
    }

    private Uni<LabelRefResponse.Items> change(String id, Supplier<LabelChange> change) {
        return as(actor ->
                        labelConnection.handle(
                                new LabelConnection.Command(
                                        PathIds.connection(id), change.get(), actor)))
                .map(LabelRefResponse.Items::of);
    }

    private <T> Uni<T> as(Function<Actor, Uni<T>> work) {
        return actors.current().chain(work::apply);
    }
}
