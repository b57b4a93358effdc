package io.connections.api.explain;

import io.connections.api.kernel.PathIds;
import io.connections.application.access.port.ActorProvider;
import io.connections.application.explain.ExplainProcessing;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/profiles/{id}/explanation")
@Tag(name = "Profiles")
public class ExplanationResource {
    private final ActorProvider actors;
    private final ExplainProcessing explainProcessing;

    ExplanationResource(ActorProvider actors, ExplainProcessing explainProcessing) {
        this.actors = actors;
        this.explainProcessing = explainProcessing;
    }

    @GET
    @Operation(
            operationId = "explainProcessing",
            summary = "Whether a connection processes a profile, and which rule decides",
            description =
                    "Asks the same rules as runs do, as everything is saved now: whether the"
                            + " connection is On, whether its scope has the page, and whether the"
                            + " person's consent covers it.")
    public Uni<ExplanationResponse> explainProcessing(
            @PathParam("id") String id,
            @Parameter(required = true, description = "Id of the connection")
                    @QueryParam("connection")
                    @Nullable String connection,
            @Parameter(
                            description =
                                    "Of a page, for what happens on pages. Without it the scope is"
                                            + " not asked.",
                            example = "https://shop.example/support/delivery.html")
                    @QueryParam("url")
                    @Nullable String url) {
        return actors.current()
                .chain(
                        actor ->
                                explainProcessing.handle(
                                        new ExplainProcessing.Query(
                                                actor,
                                                PathIds.profile(id),
                                                connection(connection),
                                                Optional.ofNullable(url)
                                                        .filter(text -> !text.isBlank()))))
                .map(ExplanationResponse::of);
    }

    private static ConnectionId connection(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw RequestInvalid.at("/connection", "required", "Say which connection.");
        }
        return PathIds.connection(text);
    }
}
