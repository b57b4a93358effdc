package io.connections.api.favorite;

import io.connections.api.kernel.NamedObjectResponse;
import io.connections.api.kernel.ObjectPath;
import io.connections.api.kernel.Paging;
import io.connections.application.access.port.ActorProvider;
import io.connections.application.favorite.ListFavorites;
import io.connections.application.favorite.StarObject;
import io.connections.application.favorite.UnstarObject;
import io.connections.domain.access.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/favorites")
@Tag(name = "Favorites")
public class FavoriteResource {
    private final ActorProvider actors;
    private final ListFavorites listFavorites;
    private final StarObject starObject;
    private final UnstarObject unstarObject;

    FavoriteResource(
            ActorProvider actors,
            ListFavorites listFavorites,
            StarObject starObject,
            UnstarObject unstarObject) {
        this.actors = actors;
        this.listFavorites = listFavorites;
        this.starObject = starObject;
        this.unstarObject = unstarObject;
    }

    @GET
    @Operation(operationId = "listFavorites", summary = "What you starred, of every kind, by name")
    public Uni<NamedObjectResponse.Items> listFavorites(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        Paging paging = Paging.of("favorites");
        return as(actor ->
                        listFavorites.handle(
                                new ListFavorites.Query(paging.page(after, limit), actor)))
                .map(page -> NamedObjectResponse.Items.of(page, paging));
    }

    @PUT
    @Path("/{kind}/{id}")
    @Operation(
            operationId = "starObject",
            summary = "Star something, at once",
            description =
                    "`kind` is `connection`, `profile-property`, `objective`, `label` or `channel`.")
    @APIResponse(responseCode = "204", description = "Starred")
    public Uni<Void> starObject(@PathParam("kind") String kind, @PathParam("id") String id) {
        return as(
                actor -> starObject.handle(new StarObject.Command(ObjectPath.of(kind, id), actor)));
    }

    @DELETE
    @Path("/{kind}/{id}")
    @Operation(
            operationId = "unstarObject",
            summary = "Take a star back, at once",
            description = "Of what had none, or is gone, nothing happens.")
    @APIResponse(responseCode = "204", description = "Not starred")
    public Uni<Void> unstarObject(@PathParam("kind") String kind, @PathParam("id") String id) {
        return as(
                actor ->
                        unstarObject.handle(
                                new UnstarObject.Command(ObjectPath.of(kind, id), actor)));
    }

    private <T> Uni<T> as(Function<Actor, Uni<T>> work) {
        return actors.current().chain(work::apply);
    }
}
