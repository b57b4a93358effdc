package io.connections.api.consent;

import io.connections.api.kernel.Paging;
import io.connections.api.kernel.PathIds;
import io.connections.application.access.port.ActorProvider;
import io.connections.application.connection.LinkObjective;
import io.connections.application.consent.ListLinkedConnections;
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

/// The same links as the `objectives` of a connection, seen from the other side.
@Path("/objectives/{id}/connections")
@Tag(name = "Objectives and privacy")
public class ObjectiveConnectionsResource {
    private final ActorProvider actors;
    private final ListLinkedConnections listLinkedConnections;
    private final LinkObjective linkObjective;

    ObjectiveConnectionsResource(
            ActorProvider actors,
            ListLinkedConnections listLinkedConnections,
            LinkObjective linkObjective) {
        this.actors = actors;
        this.listLinkedConnections = listLinkedConnections;
        this.linkObjective = linkObjective;
    }

    @GET
    @Operation(
            operationId = "listLinkedConnections",
            summary = "The connections that are linked to an objective, by name")
    public Uni<LinkedConnectionResponse.Items> listLinkedConnections(
            @PathParam("id") String id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        Paging paging = Paging.of("connections of", id);
        return as(
                actor ->
                        listLinkedConnections
                                .handle(
                                        new ListLinkedConnections.Query(
                                                id, paging.page(after, limit), actor))
                                .map(
                                        page ->
                                                LinkedConnectionResponse.Items.of(
                                                        page, paging, actor)));
    }

    @PUT
    @Path("/{connectionId}")
    @Operation(
            operationId = "linkObjective",
            summary = "Link a connection to an objective",
            description =
                    "A new version of the connection, with the same rights as saving it. Linked"
                            + " already, it stays as it is.")
    @APIResponse(responseCode = "204", description = "Linked")
    public Uni<Void> linkObjective(
            @PathParam("id") String id, @PathParam("connectionId") String connectionId) {
        return link(id, connectionId, true);
    }

    @DELETE
    @Path("/{connectionId}")
    @Operation(
            operationId = "unlinkObjective",
            summary = "Take the link of a connection to an objective away",
            description =
                    "A new version of the connection, with the same rights as saving it. Not"
                            + " linked, it stays as it is.")
    @APIResponse(responseCode = "204", description = "Not linked any more")
    public Uni<Void> unlinkObjective(
            @PathParam("id") String id, @PathParam("connectionId") String connectionId) {
        return link(id, connectionId, false);
    }

    private Uni<Void> link(String id, String connectionId, boolean linked) {
        return as(
                actor ->
                        linkObjective.handle(
                                new LinkObjective.Command(
                                        PathIds.connection(connectionId), id, linked, actor)));
    }

    private <T> Uni<T> as(Function<Actor, Uni<T>> work) {
        return actors.current().chain(work::apply);
    }
}
