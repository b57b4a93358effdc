package io.connections.api.catalog;

import io.connections.application.access.port.ActorProvider;
import io.connections.application.catalog.GetConnectionTypePicture;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/guide-pictures/{name}")
@Tag(name = "Connection types")
public class GuidePictureResource {
    private final ActorProvider actors;
    private final GetConnectionTypePicture getConnectionTypePicture;

    GuidePictureResource(ActorProvider actors, GetConnectionTypePicture getConnectionTypePicture) {
        this.actors = actors;
        this.getConnectionTypePicture = getConnectionTypePicture;
    }

    /// Opened by itself, a picture may neither run nor load anything.
    @GET
    @Produces("image/svg+xml")
    @Operation(
            operationId = "getConnectionTypePicture",
            summary = "A picture of the setup guides",
            description = "A guide names it `pictures/<name>`.")
    public Uni<RestResponse<String>> getConnectionTypePicture(@PathParam("name") String name) {
        return actors.current()
                .chain(
                        actor ->
                                getConnectionTypePicture.handle(
                                        new GetConnectionTypePicture.Query(name, actor)))
                .map(
                        picture ->
                                RestResponse.ResponseBuilder.ok(picture)
                                        .header(
                                                "Content-Security-Policy",
                                                "default-src 'none'; style-src 'unsafe-inline'")
                                        .header("Cache-Control", "private, max-age=3600")
                                        .build());
    }
}
