package io.connections.api.favorite;

import io.connections.api.kernel.ObjectPath;
import io.connections.api.kernel.Paging;
import io.connections.application.access.port.ActorProvider;
import io.connections.application.favorite.ListLastUsed;
import io.connections.application.favorite.NoteUse;
import io.connections.domain.access.Actor;
import io.smallrye.mutiny.Uni;
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

@Path("/last-used")
@Tag(name = "Favorites")
public class LastUsedResource {
    private final ActorProvider actors;
    private final ListLastUsed listLastUsed;
    private final NoteUse noteUse;

    LastUsedResource(ActorProvider actors, ListLastUsed listLastUsed, NoteUse noteUse) {
        this.actors = actors;
        this.listLastUsed = listLastUsed;
        this.noteUse = noteUse;
    }

    @GET
    @Operation(
            operationId = "listLastUsed",
            summary = "What you opened last, newest first",
            description = "The newest 50 are kept.")
    public Uni<UsedObjectResponse.Items> listLastUsed(
            @QueryParam("limit") @Nullable Integer limit) {
        return as(actor ->
                        listLastUsed.handle(
                                new ListLastUsed.Query(
                                        Paging.of("last-used").page(null, limit).limit(), actor)))
                .map(UsedObjectResponse.Items::of);
    }

    @PUT
    @Path("/{kind}/{id}")
    @Operation(
            operationId = "noteUse",
            summary = "Remember that you opened something",
            description =
                    "`kind` is `connection`, `profile-property`, `objective`, `label` or `channel`.")
    @APIResponse(responseCode = "204", description = "Remembered")
    public Uni<Void> noteUse(@PathParam("kind") String kind, @PathParam("id") String id) {
        return as(actor -> noteUse.handle(new NoteUse.Command(ObjectPath.of(kind, id), actor)));
    }

    private <T> Uni<T> as(Function<Actor, Uni<T>> work) {
        return actors.current().chain(work::apply);
    }
}
