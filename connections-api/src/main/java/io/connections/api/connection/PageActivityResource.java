package io.connections.api.connection;

import io.connections.api.kernel.PathIds;
import io.connections.application.access.port.ActorProvider;
import io.connections.application.inpage.GetPageActivity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/connections/{id}/page-activity")
@Tag(name = "Connections")
public class PageActivityResource {
    private final ActorProvider actors;
    private final GetPageActivity getPageActivity;

    PageActivityResource(ActorProvider actors, GetPageActivity getPageActivity) {
        this.actors = actors;
        this.getPageActivity = getPageActivity;
    }

    @GET
    @Operation(
            operationId = "getPageActivity",
            summary = "What a connection did of late that the website tag runs",
            description =
                    "By day, in UTC, for the last 30 days; days without anything are left out. A"
                            + " connection that runs by itself or on a schedule has runs instead, and"
                            + " nothing here.")
    public Uni<PageActivityResponse> getPageActivity(@PathParam("id") String id) {
        return actors.current()
                .chain(
                        actor ->
                                getPageActivity.handle(
                                        new GetPageActivity.Query(actor, PathIds.connection(id))))
                .map(PageActivityResponse::of);
    }
}
