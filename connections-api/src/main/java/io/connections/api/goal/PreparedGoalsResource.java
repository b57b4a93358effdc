package io.connections.api.goal;

import io.connections.application.access.port.ActorProvider;
import io.connections.application.goal.PrepareGoals;
import io.connections.domain.catalog.ConnectionTypeId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/connection-types/{id}/goals")
@Tag(name = "Connection types")
public class PreparedGoalsResource {
    private final ActorProvider actors;
    private final PrepareGoals prepareGoals;

    PreparedGoalsResource(ActorProvider actors, PrepareGoals prepareGoals) {
        this.actors = actors;
        this.prepareGoals = prepareGoals;
    }

    @GET
    @Operation(
            operationId = "prepareGoals",
            summary = "What a new connection of the type starts with",
            description =
                    "Goals with new ids, as far as the profile properties go that there are, and the"
                            + " columns with the properties they suggest. Nothing is kept.")
    public Uni<PreparedGoalsResponse> prepareGoals(@PathParam("id") String id) {
        return actors.current()
                .chain(
                        actor ->
                                prepareGoals.handle(
                                        new PrepareGoals.Query(new ConnectionTypeId(id), actor)))
                .map(PreparedGoalsResponse::of);
    }
}
