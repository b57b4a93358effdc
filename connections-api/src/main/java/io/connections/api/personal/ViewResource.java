package io.connections.api.personal;

import io.connections.application.access.port.ActorProvider;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.personal.ChangeView;
import io.connections.application.personal.CreateView;
import io.connections.application.personal.DeleteView;
import io.connections.application.personal.ListViews;
import io.connections.application.personal.ViewNotFound;
import io.connections.domain.access.Actor;
import io.connections.domain.personal.ViewId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Lists as whoever asks likes to see them. Nobody sees another person's.
@Path("/views")
@Tag(name = "Personal")
public class ViewResource {
    private final ActorProvider actors;
    private final ListViews listViews;
    private final CreateView createView;
    private final ChangeView changeView;
    private final DeleteView deleteView;

    ViewResource(
            ActorProvider actors,
            ListViews listViews,
            CreateView createView,
            ChangeView changeView,
            DeleteView deleteView) {
        this.actors = actors;
        this.listViews = listViews;
        this.createView = createView;
        this.changeView = changeView;
        this.deleteView = deleteView;
    }

    @GET
    @Operation(operationId = "listViews", summary = "My saved views of a list, by name")
    public Uni<ViewJson.Items> listViews(
            @Parameter(description = "Which list: connections. Without it, that one.")
                    @QueryParam("list")
                    @Nullable String list) {
        return as(actor ->
                        listViews.handle(
                                new ListViews.Query(
                                        Objects.requireNonNullElse(list, "connections"), actor)))
                .map(ViewJson.Items::of);
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createView", summary = "Save a view of a list, for me alone")
    @APIResponseSchema(
            value = ViewJson.View.class,
            responseCode = "201",
            responseDescription = "Saved")
    public Uni<RestResponse<ViewJson.View>> createView(ViewJson.@Nullable Create request) {
        ViewJson.Create given = present(request);
        return as(actor ->
                        createView.handle(
                                new CreateView.Command(
                                        Objects.requireNonNullElse(given.list(), ""),
                                        Objects.requireNonNullElse(given.name(), ""),
                                        state(given.state()).state(),
                                        actor)))
                .map(ViewJson.View::of)
                .map(
                        view ->
                                RestResponse.ResponseBuilder.<ViewJson.View>created(
                                                URI.create("/views/" + view.id()))
                                        .entity(view)
                                        .build());
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "changeView", summary = "Rename a view of mine, overwrite it, or both")
    public Uni<ViewJson.View> changeView(
            @PathParam("id") String id, ViewJson.@Nullable Change request) {
        ViewJson.Change given = present(request);
        return as(actor ->
                        changeView.handle(
                                new ChangeView.Command(
                                        view(id),
                                        Optional.ofNullable(given.name()),
                                        Optional.ofNullable(given.state())
                                                .map(ViewJson.GivenState::state),
                                        actor)))
                .map(ViewJson.View::of);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteView", summary = "Delete a view of mine")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Uni<Void> deleteView(@PathParam("id") String id) {
        return as(actor -> deleteView.handle(new DeleteView.Command(view(id), actor)));
    }

    private static ViewJson.GivenState state(ViewJson.@Nullable GivenState state) {
        if (state == null) {
            throw RequestInvalid.at("/state", "required", "Say what the view shows.");
        }
        return state;
    }

    private static ViewId view(String text) {
        try {
            return new ViewId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new ViewNotFound();
        }
    }

    private static <T> T present(@Nullable T body) {
        if (body == null) {
            throw RequestInvalid.at("", "required", "Send a JSON object.");
        }
        return body;
    }

    private <T> Uni<T> as(Function<Actor, Uni<T>> work) {
        return actors.current().chain(work::apply);
    }
}
