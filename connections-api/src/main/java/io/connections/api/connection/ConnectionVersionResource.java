package io.connections.api.connection;

import io.connections.api.kernel.ETags;
import io.connections.api.kernel.Paging;
import io.connections.api.kernel.PathIds;
import io.connections.application.access.port.ActorProvider;
import io.connections.application.connection.version.GetVersion;
import io.connections.application.connection.version.ListVersions;
import io.connections.application.connection.version.RestoreVersion;
import io.connections.domain.access.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/connections/{connection}/versions")
@Tag(name = "Connections")
public class ConnectionVersionResource {
    private final ActorProvider actors;
    private final ListVersions listVersions;
    private final GetVersion getVersion;
    private final RestoreVersion restoreVersion;

    ConnectionVersionResource(
            ActorProvider actors,
            ListVersions listVersions,
            GetVersion getVersion,
            RestoreVersion restoreVersion) {
        this.actors = actors;
        this.listVersions = listVersions;
        this.getVersion = getVersion;
        this.restoreVersion = restoreVersion;
    }

    @GET
    @Operation(
            operationId = "listConnectionVersions",
            summary = "What was saved of a connection, newest first",
            description = "Each save is a version: who, when, and all that stood in it.")
    public Uni<ConnectionVersionResponse.Items> listConnectionVersions(
            @PathParam("connection") String connection,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        Paging paging = Paging.of("versions of", connection);
        return as(actor ->
                        listVersions.handle(
                                new ListVersions.Query(
                                        PathIds.connection(connection),
                                        paging.page(after, limit),
                                        actor)))
                .map(page -> ConnectionVersionResponse.Items.of(page, paging));
    }

    @GET
    @Path("/{version}")
    @Operation(operationId = "getConnectionVersion", summary = "One saved version")
    public Uni<ConnectionVersionResponse> getConnectionVersion(
            @PathParam("connection") String connection, @PathParam("version") String version) {
        return as(actor ->
                        getVersion.handle(
                                new GetVersion.Query(
                                        PathIds.connection(connection),
                                        PathIds.version(version),
                                        actor)))
                .map(ConnectionVersionResponse::of);
    }

    @POST
    @Path("/{version}/restore")
    @Operation(
            operationId = "restoreConnectionVersion",
            summary = "Go back to a saved version",
            description =
                    "Saves what stood in it as the newest version; If-Match names the one that is"
                            + " the newest now. What no longer exists, such as a property that was"
                            + " deleted since, is among the answer's `problems`.")
    @APIResponseSchema(value = ConnectionResponse.class, responseCode = "200")
    public Uni<RestResponse<ConnectionResponse>> restoreConnectionVersion(
            @PathParam("connection") String connection,
            @PathParam("version") String version,
            @Parameter(required = true) @HeaderParam("If-Match") @Nullable String ifMatch) {
        return as(actor ->
                        restoreVersion.handle(
                                new RestoreVersion.Command(
                                        PathIds.connection(connection),
                                        PathIds.version(version),
                                        ETags.required(ifMatch),
                                        actor)))
                .map(ConnectionResource::withETag);
    }

    private <T> Uni<T> as(Function<Actor, Uni<T>> work) {
        return actors.current().chain(work::apply);
    }
}
