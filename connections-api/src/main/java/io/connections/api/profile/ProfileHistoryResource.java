package io.connections.api.profile;

import io.connections.api.kernel.Paging;
import io.connections.api.kernel.PathIds;
import io.connections.application.access.port.ActorProvider;
import io.connections.application.profile.GetProfileHistory;
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

@Path("/profiles/{id}/history")
@Tag(name = "Profiles")
public class ProfileHistoryResource {
    private final ActorProvider actors;
    private final GetProfileHistory getProfileHistory;

    ProfileHistoryResource(ActorProvider actors, GetProfileHistory getProfileHistory) {
        this.actors = actors;
        this.getProfileHistory = getProfileHistory;
    }

    @GET
    @Operation(
            operationId = "getProfileHistory",
            summary = "What happened to a profile",
            description =
                    "The latest first: every run whose record met the profile, also where it"
                            + " changed nothing or was held back for consent, and every change by"
                            + " a person or a program. A deleted profile keeps its history"
                            + " without values.")
    public Uni<ProfileEventResponse.Items> getProfileHistory(
            @PathParam("id") String id,
            @Parameter(description = "Only what this run did") @QueryParam("run")
                    @Nullable String run,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        Paging paging = Paging.of("profile-history", id, Objects.requireNonNullElse(run, ""));
        return actors.current()
                .chain(
                        actor ->
                                getProfileHistory.handle(
                                        new GetProfileHistory.Query(
                                                actor,
                                                PathIds.profile(id),
                                                Optional.ofNullable(run).map(PathIds::run),
                                                paging.page(after, limit))))
                .map(page -> ProfileEventResponse.Items.of(page, paging));
    }
}
