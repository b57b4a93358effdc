package io.connections.api.channel;

import io.connections.api.kernel.PathIds;
import io.connections.api.label.LabelRefResponse;
import io.connections.api.label.LabelRequests;
import io.connections.application.access.port.ActorProvider;
import io.connections.application.channel.LabelChannel;
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
@Path("/channels/{id}/labels")
@Tag(name = "Channels")
public class ChannelLabelsResource {
    private final ActorProvider actors;
    private final LabelChannel labelChannel;

    ChannelLabelsResource(ActorProvider actors, LabelChannel labelChannel) {
        this.actors = actors;
        this.labelChannel = labelChannel;
    }

    @PUT
    @Operation(
            operationId = "setChannelLabels",
            summary = "Say which labels a channel has, at once",
            description = LabelRequests.REPLACES)
    public Uni<LabelRefResponse.Items> setChannelLabels(
            @PathParam("id") String id, LabelRequests.@Nullable Replace request) {
        return change(id, () -> LabelRequests.Replace.change(request));
    }

    @PATCH
    @Operation(
            operationId = "changeChannelLabels",
            summary = "Put labels on a channel and take others off, at once",
            description = LabelRequests.ADJUSTS)
    public Uni<LabelRefResponse.Items> changeChannelLabels(
            @PathParam("id") String id, LabelRequests.@Nullable Adjust request) {
        return change(id, () -> LabelRequests.Adjust.change(request));
    }

    private Uni<LabelRefResponse.Items> change(String id, Supplier<LabelChange> change) {
        return as(actor ->
                        labelChannel.handle(
                                new LabelChannel.Command(PathIds.channel(id), change.get(), actor)))
                .map(LabelRefResponse.Items::of);
    }

    private <T> Uni<T> as(Function<Actor, Uni<T>> work) {
        return actors.current().chain(work::apply);
    }
}
