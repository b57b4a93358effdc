package io.connections.api.catalog;

import io.connections.application.access.port.ActorProvider;
import io.connections.application.catalog.GetConnectionType;
import io.connections.application.catalog.GetConnectionTypeGuide;
import io.connections.application.catalog.ListConnectionTypes;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.catalog.ConnectionTypeId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
    @Operation(
            operationId = "listConnectionTypes",
            summary = "What connections can be made of",
            description =
                    "The gallery, by name. A search looks at name, vendor, category, summary and the"
                            + " setup guide; types that have it only in the guide come last, with"
                            + " the place.")
    public Uni<ConnectionTypeResponse.Items> listConnectionTypes(
            @QueryParam("installed")
                    @DefaultValue("true")
                    @Parameter(
                            description = "Installed ones, those that are not, or all.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"true", "false", "all"},
                                            defaultValue = "true"))
                    String installed,
            @QueryParam("category")
                    @DefaultValue("")
                    @Parameter(description = "Of this category only.", example = "Marketing")
                    String category,
            @QueryParam("search")
                    @DefaultValue("")
                    @Parameter(description = "Part of a type's words.", example = "subscribers")
                    String search) {
        return actors.current()
                .chain(
                        actor ->
                                listConnectionTypes.handle(
                                        new ListConnectionTypes.Query(
                                                which(installed), category, search, actor)))
                .map(ConnectionTypeResponse.Items::of);
    }

    private static ListConnectionTypes.Which which(String installed) {
        return switch (installed) {
            case "true" -> ListConnectionTypes.Which.INSTALLED;
            case "false" -> ListConnectionTypes.Which.NOT_INSTALLED;
            case "all" -> ListConnectionTypes.Which.ALL;
            default ->
                    throw RequestInvalid.at(
                            "/installed", "not-an-option", "installed is true, false or all.");
        };
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getConnectionType",
            summary = "One type with its setup form, installed or not")
    public Uni<ConnectionTypeResponse> getConnectionType(@PathParam("id") String id) {
        return actors.current()
                .chain(
                        actor ->
                                getConnectionType.handle(
                                        new GetConnectionType.Query(
                                                new ConnectionTypeId(id), actor)))
                .map(ConnectionTypeResponse::of);
    }

    @GET
    @Path("/{id}/guide")
    @Produces("text/markdown;charset=utf-8")
    @Operation(operationId = "getConnectionTypeGuide", summary = "The type's setup guide")
    public Uni<String> getConnectionTypeGuide(@PathParam("id") String id) {
        return actors.current()
                .chain(
                        actor ->
                                getConnectionTypeGuide.handle(
                                        new GetConnectionTypeGuide.Query(
                                                new ConnectionTypeId(id), actor)));
    }
}
