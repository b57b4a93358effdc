package io.connections.api.discovery;

import io.connections.api.kernel.IdempotencyKeyHeader;
import io.connections.api.kernel.RequestMarks;
import io.connections.application.access.port.ActorProvider;
import io.connections.application.discovery.CreateProposedConnections;
import io.connections.application.discovery.ListSystems;
import io.connections.application.discovery.LookAtWebsite;
import io.connections.application.discovery.ProposeConnections;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.access.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/discovery")
@Tag(name = "Discovery")
public class DiscoveryResource {
    private final ActorProvider actors;
    private final RequestMarks marks;
    private final ListSystems listSystems;
    private final LookAtWebsite lookAtWebsite;
    private final ProposeConnections proposeConnections;
    private final CreateProposedConnections createProposedConnections;

    DiscoveryResource(
            ActorProvider actors,
            RequestMarks marks,
            ListSystems listSystems,
            LookAtWebsite lookAtWebsite,
            ProposeConnections proposeConnections,
            CreateProposedConnections createProposedConnections) {
        this.actors = actors;
        this.marks = marks;
        this.listSystems = listSystems;
        this.lookAtWebsite = lookAtWebsite;
        this.proposeConnections = proposeConnections;
        this.createProposedConnections = createProposedConnections;
    }

    @GET
    @Path("/systems")
    @Operation(
            operationId = "listSystems",
            summary = "Systems that companies use, by name",
            description =
                    "With the connection type that is made for each. A search looks at name, vendor"
                            + " and category.")
    public Uni<KnownSystemResponse.Items> listSystems(
            @QueryParam("search")
                    @DefaultValue("")
                    @Parameter(description = "Part of a system's words.", example = "mail")
                    String search,
            @QueryParam("category")
                    @DefaultValue("")
                    @Parameter(description = "Of this category only.", example = "Marketing")
                    String category) {
        return as(actor -> listSystems.handle(new ListSystems.Query(search, category, actor)))
                .map(KnownSystemResponse.Items::of);
    }

    @POST
    @Path("/website")
    @Operation(
            operationId = "lookAtWebsite",
            summary = "Which systems a website gives away",
            description =
                    "Looks at one page as a visitor without scripts would: nothing in it is executed,"
                            + " nothing that it names is fetched, and nothing is kept. Each finding"
                            + " says by what it is concluded.")
    public Uni<WebsiteLookResponse> lookAtWebsite(DiscoveryRequests.@Nullable Look request) {
        return as(actor ->
                        lookAtWebsite.handle(
                                new LookAtWebsite.Query(
                                        Objects.requireNonNullElse(present(request).url(), ""),
                                        actor)))
                .map(WebsiteLookResponse::of);
    }

    @POST
    @Path("/proposals")
    @Operation(
            operationId = "proposeConnections",
            summary = "Which connections to make, the best first, and why",
            description =
                    "Types made for a named system come before universal ones; of these, those that"
                            + " meet more wishes, then those that are fresh enough. Says which"
                            + " systems have no type yet, and which wishes nothing meets. Makes"
                            + " nothing.")
    public Uni<AdviceResponse> proposeConnections(DiscoveryRequests.@Nullable Propose request) {
        return as(actor -> {
                    DiscoveryRequests.Propose given = present(request);
                    return proposeConnections.handle(
                            new ProposeConnections.Query(
                                    given.systemIds(),
                                    given.otherNames(),
                                    given.wished(),
                                    given.howFresh(),
                                    actor));
                })
                .map(AdviceResponse::of);
    }

    @POST
    @Path("/connections")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createProposedConnections",
            summary = "Make the connections that were chosen",
            description =
                    "Switched off, with their goals prepared; types that are not installed are"
                            + " installed first, which needs `types:install`. All of them, or none."
                            + " Sent again with the same Idempotency-Key, the request makes no more:"
                            + " it is answered with the first ones, as they are by now.")
    @APIResponseSchema(
            value = CreatedConnectionsResponse.class,
            responseCode = "201",
            responseDescription = "Made")
    public Uni<RestResponse<CreatedConnectionsResponse>> createProposedConnections(
            @Parameter(required = true) @HeaderParam(IdempotencyKeyHeader.NAME)
                    @Nullable String key,
            DiscoveryRequests.@Nullable Create request) {
        return as(actor -> {
                    DiscoveryRequests.Create given = present(request);
                    return createProposedConnections.handle(
                            new CreateProposedConnections.Command(
                                    given.chosen(),
                                    IdempotencyKeyHeader.required(
                                            key,
                                            actor,
                                            "create proposed connections " + marks.of(given)),
                                    actor));
                })
                .map(
                        made ->
                                RestResponse.status(
                                        RestResponse.Status.CREATED,
                                        CreatedConnectionsResponse.of(made)));
    }

    private <T> Uni<T> as(Function<Actor, Uni<T>> work) {
        return actors.current().chain(work::apply);
    }

    private static <T> T present(@Nullable T body) {
        if (body == null) {
            throw RequestInvalid.at("", "required", "Send a JSON object.");
        }
        return body;
    }
}
