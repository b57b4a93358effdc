package io.connections.api.catalog;

import io.connections.application.access.port.ActorProvider;
import io.connections.application.catalog.GetConnectionType;
import io.connections.application.catalog.GetConnectionTypeGuide;
import io.connections.application.catalog.ListConnectionTypes;
import io.connections.domain.catalog.ConnectionTypeId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/connection-types")
@Tag(name = "Connection types")
public class ConnectionTypeResource {
    private final ActorProvider actors;
    private final ListConnectionTypes listConnectionTypes;
    private final GetConnectionType getConnectionType;
    private final GetConnectionTypeGuide getConnectionTypeGuide;

    ConnectionTypeResource(
            ActorProvider actors,
            ListConnectionTypes listConnectionTypes,
            GetConnectionType getConnectionType,
            GetConnectionTypeGuide getConnectionTypeGuide) {
        this.actors = actors;
        this.listConnectionTypes = listConnectionTypes;
        this.getConnectionType = getConnectionType;
        this.getConnectionTypeGuide = getConnectionTypeGuide;
    }

    @GET
    @Operation(operationId = "listConnectionTypes", summary = "What connections can be made of")
    public Uni<ConnectionTypeResponse.Items> listConnectionTypes() {
        return actors.current()
                .chain(
                        who ->
                                listConnectionTypes.handle(
                                        new ListConnectionTypes.Query(who.actor())))
                .map(ConnectionTypeResponse.Items::of);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getConnectionType", summary = "One type with its setup form")
    public Uni<ConnectionTypeResponse> getConnectionType(@PathParam("id") String id) {
        return actors.current()
                .chain(
                        who ->
                                getConnectionType.handle(
                                        new GetConnectionType.Query(
                                                new ConnectionTypeId(id), who.actor())))
                .map(ConnectionTypeResponse::of);
    }

    @GET
    @Path("/{id}/guide")
    @Produces("text/markdown;charset=utf-8")
    @Operation(operationId = "getConnectionTypeGuide", summary = "The type's setup guide")
    public Uni<String> getConnectionTypeGuide(@PathParam("id") String id) {
        return actors.current()
                .chain(
                        who ->
                                getConnectionTypeGuide.handle(
                                        new GetConnectionTypeGuide.Query(
                                                new ConnectionTypeId(id), who.actor())));
    }
}
