package io.connections.api.run;

import io.connections.application.access.port.ActorProvider;
import io.connections.application.run.request.ListHourlyTotals;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/runs/hourly-totals")
@Tag(name = "Runs")
public class HourlyTotalsResource {
    private static final int A_DAY = 24;

    private final ActorProvider actors;
    private final ListHourlyTotals listHourlyTotals;

    HourlyTotalsResource(ActorProvider actors, ListHourlyTotals listHourlyTotals) {
        this.actors = actors;
        this.listHourlyTotals = listHourlyTotals;
    }

    @GET
    @Operation(
            operationId = "listHourlyTotals",
            summary = "What all connections together did, by hours of UTC",
            description =
                    "Records in the hour in which they were committed, runs in the one in which they"
                            + " ended. Hours in which nothing happened are left out. The last hour is"
                            + " the one that has begun.")
    public Uni<HourlyTotalsResponse> listHourlyTotals(
            @Parameter(
                            description = "How many, 1 to 744; 24 unless said otherwise.",
                            example = "24")
                    @QueryParam("hours")
                    @Nullable Integer hours) {
        return actors.current()
                .chain(
                        actor ->
                                listHourlyTotals.handle(
                                        new ListHourlyTotals.Query(
                                                actor, Objects.requireNonNullElse(hours, A_DAY))))
                .map(HourlyTotalsResponse::of);
    }
}
