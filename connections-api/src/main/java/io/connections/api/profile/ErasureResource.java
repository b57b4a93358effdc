package io.connections.api.profile;

import io.connections.api.kernel.Paging;
import io.connections.api.kernel.PathIds;
import io.connections.application.access.port.ActorProvider;
import io.connections.application.profile.GetErasure;
import io.connections.application.profile.ListErasures;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/erasures")
@Tag(name = "Profiles")
public class ErasureResource {
    private final ActorProvider actors;
    private final GetErasure getErasure;
    private final ListErasures listErasures;

    ErasureResource(ActorProvider actors, GetErasure getErasure, ListErasures listErasures) {
        this.actors = actors;
        this.getErasure = getErasure;
        this.listErasures = listErasures;
    }

    @GET
    @Operation(
            operationId = "listErasures",
            summary = "The receipts of erasures, the latest first",
            description =
                    "Each says that a person was forgotten and how much went, and nothing of what it was.")
    public Uni<ErasureResponse.Items> listErasures(
            @Parameter(description = "Only of this profile") @QueryParam("profile")
                    @Nullable String profile,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        Paging paging = Paging.of("erasures", Objects.requireNonNullElse(profile, ""));
        return actors.current()
                .chain(
                        actor ->
                                listErasures.handle(
                                        new ListErasures.Query(
                                                actor,
                                                Optional.ofNullable(profile).map(PathIds::profile),
                                                paging.page(after, limit))))
                .map(page -> ErasureResponse.Items.of(page, paging));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getErasure",
            summary = "The receipt of an erasure",
            description =
                    "`completedAt` comes when the person is in no rejected record any more, which"
                            + " begins within the minute. A mended file whose run has not finished"
                            + " is waited for.")
    public Uni<ErasureResponse> getErasure(@PathParam("id") String id) {
        return actors.current()
                .chain(actor -> getErasure.handle(new GetErasure.Query(actor, PathIds.erasure(id))))
                .map(ErasureResponse::of);
    }
}
