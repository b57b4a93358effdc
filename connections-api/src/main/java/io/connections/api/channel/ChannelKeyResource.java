package io.connections.api.channel;

import io.connections.api.kernel.PathIds;
import io.connections.application.access.port.ActorProvider;
import io.connections.application.channel.GetChannelKey;
import io.connections.application.channel.MakeChannelKey;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/channels/{id}/key")
@Tag(name = "Channels")
public class ChannelKeyResource {
    private final ActorProvider actors;
    private final GetChannelKey getChannelKey;
    private final MakeChannelKey makeChannelKey;

    ChannelKeyResource(
            ActorProvider actors, GetChannelKey getChannelKey, MakeChannelKey makeChannelKey) {
        this.actors = actors;
        this.getChannelKey = getChannelKey;
        this.makeChannelKey = makeChannelKey;
    }

    @GET
    @Operation(
            operationId = "getChannelKey",
            summary = "Whether a channel has a key",
            description = "Since when and by whom; the key itself is never shown again.")
    public Uni<ChannelKeyResponse> getChannelKey(@PathParam("id") String id) {
        return actors.current()
                .chain(
                        actor ->
                                getChannelKey.handle(
                                        new GetChannelKey.Query(PathIds.channel(id), actor)))
                .map(ChannelKeyResponse::of);
    }

    @POST
    @Operation(
            operationId = "makeChannelKey",
            summary = "Make a channel's key, or a new one in place of it",
            description =
                    "The site's own server proves with it who a visitor is. The answer shows it this"
                            + " once; the one before counts no more.")
    public Uni<ChannelKeyResponse> makeChannelKey(@PathParam("id") String id) {
        return actors.current()
                .chain(
                        actor ->
                                makeChannelKey.handle(
                                        new MakeChannelKey.Command(PathIds.channel(id), actor)))
                .map(ChannelKeyResponse::of);
    }
}
