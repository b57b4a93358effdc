package io.connections.api.channel;

import io.connections.api.kernel.ETags;
import io.connections.api.kernel.Paging;
import io.connections.api.kernel.PathIds;
import io.connections.application.access.port.ActorProvider;
import io.connections.application.channel.ChannelView;
import io.connections.application.channel.CreateChannel;
import io.connections.application.channel.DeleteChannel;
import io.connections.application.channel.FindChannelOfPage;
import io.connections.application.channel.FindChannelUses;
import io.connections.application.channel.GetChannel;
import io.connections.application.channel.ListChannels;
import io.connections.application.channel.SaveChannel;
import io.connections.domain.access.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/channels")
@Tag(name = "Channels")
public class ChannelResource {
    private final ActorProvider actors;
    private final ListChannels listChannels;
    private final CreateChannel createChannel;
    private final GetChannel getChannel;
    private final SaveChannel saveChannel;
    private final DeleteChannel deleteChannel;
    private final FindChannelOfPage findChannelOfPage;
    private final FindChannelUses findChannelUses;

    ChannelResource(
            ActorProvider actors,
            ListChannels listChannels,
            CreateChannel createChannel,
            GetChannel getChannel,
            SaveChannel saveChannel,
            DeleteChannel deleteChannel,
            FindChannelOfPage findChannelOfPage,
            FindChannelUses findChannelUses) {
        this.actors = actors;
        this.listChannels = listChannels;
        this.createChannel = createChannel;
        this.getChannel = getChannel;
        this.saveChannel = saveChannel;
        this.deleteChannel = deleteChannel;
        this.findChannelOfPage = findChannelOfPage;
        this.findChannelUses = findChannelUses;
    }

    @GET
    @Operation(
            operationId = "listChannels",
            summary = "Channels by name, searched and filtered",
            description = "Of several values of one filter any will do; all filters must hold.")
    public Uni<ChannelResponse.Items> listChannels(
            @BeanParam ChannelFilterParameters filter,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        Paging paging = Paging.of("channels", filter.mark());
        return as(actor ->
                        listChannels.handle(
                                new ListChannels.Query(
                                        filter.filter(), paging.page(after, limit), actor)))
                .map(page -> ChannelResponse.Items.of(page, paging));
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createChannel",
            summary = "Make a channel",
            description =
                    "A website has a hostname and perhaps aliases, a mobile or TV channel the id of"
                            + " its app, an e-mail channel neither. A hostname that another channel"
                            + " has is refused with the name of that.")
    @APIResponseSchema(
            value = ChannelResponse.class,
            responseCode = "201",
            responseDescription = "Made")
    public Uni<RestResponse<ChannelResponse>> createChannel(
            ChannelRequests.@Nullable Save request) {
        return as(actor ->
                        createChannel.handle(
                                new CreateChannel.Command(
                                        ChannelRequests.Save.draft(request), actor)))
                .map(
                        made ->
                                RestResponse.ResponseBuilder.<ChannelResponse>created(
                                                URI.create(
                                                        "/channels/" + made.channel().id().value()))
                                        .entity(ChannelResponse.of(made))
                                        .header("ETag", ETags.of(made.channel().version()))
                                        .build());
    }

    @GET
    @Path("/try")
    @Operation(
            operationId = "findChannelOfPage",
            summary = "Which channel the address of a page belongs to",
            description =
                    "The hostname decides, to the letter: upper case, umlauts and a dot at the end"
                            + " are other writings of the same one; port, path and scheme are no"
                            + " matter.")
    public Uni<ChannelOfPageResponse> findChannelOfPage(@QueryParam("url") @Nullable String url) {
        return as(actor ->
                        findChannelOfPage.handle(
                                new FindChannelOfPage.Query(
                                        Objects.requireNonNullElse(url, ""), actor)))
                .map(ChannelOfPageResponse::of);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getChannel", summary = "One channel")
    @APIResponseSchema(value = ChannelResponse.class, responseCode = "200")
    public Uni<RestResponse<ChannelResponse>> getChannel(@PathParam("id") String id) {
        return as(actor -> getChannel.handle(new GetChannel.Query(PathIds.channel(id), actor)))
                .map(ChannelResource::withETag);
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "saveChannel",
            summary = "Save a new version",
            description =
                    "If-Match names the version that was changed. A channel stays of its kind.")
    @APIResponseSchema(value = ChannelResponse.class, responseCode = "200")
    public Uni<RestResponse<ChannelResponse>> saveChannel(
            @PathParam("id") String id,
            @Parameter(required = true) @HeaderParam("If-Match") @Nullable String ifMatch,
            ChannelRequests.@Nullable Save request) {
        return as(actor ->
                        saveChannel.handle(
                                new SaveChannel.Command(
                                        PathIds.channel(id),
                                        ETags.required(ifMatch),
                                        ChannelRequests.Save.draft(request),
                                        actor)))
                .map(ChannelResource::withETag);
    }

    @GET
    @Path("/{id}/uses")
    @Operation(
            operationId = "findChannelUses",
            summary = "Which connections have chosen a channel",
            description =
                    "The first 50 by name. Those that are active on all channels are not among them.")
    public Uni<ChannelUsesResponse> findChannelUses(@PathParam("id") String id) {
        return as(actor ->
                        findChannelUses.handle(
                                new FindChannelUses.Query(PathIds.channel(id), actor)))
                .map(ChannelUsesResponse::of);
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteChannel",
            summary = "Delete a channel",
            description =
                    "Refused while connections have chosen it: take it out of their scopes first.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Uni<Void> deleteChannel(@PathParam("id") String id) {
        return as(
                actor ->
                        deleteChannel.handle(
                                new DeleteChannel.Command(PathIds.channel(id), actor)));
    }

    private static RestResponse<ChannelResponse> withETag(ChannelView view) {
        return RestResponse.ResponseBuilder.ok(ChannelResponse.of(view))
                .header("ETag", ETags.of(view.channel().version()))
                .build();
    }

    private <T> Uni<T> as(Function<Actor, Uni<T>> work) {
        return actors.current().chain(work::apply);
    }
}
