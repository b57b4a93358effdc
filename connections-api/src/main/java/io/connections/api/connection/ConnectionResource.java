package io.connections.api.connection;

import io.connections.api.catalog.SetupJson;
import io.connections.api.channel.ScopeApiMapper;
import io.connections.api.channel.ScopeJson;
import io.connections.api.goal.GoalApiMapper;
import io.connections.api.goal.GoalJson;
import io.connections.api.goal.ObjectiveIds;
import io.connections.api.kernel.ETags;
import io.connections.api.kernel.IdempotencyKeyHeader;
import io.connections.api.kernel.PathIds;
import io.connections.api.kernel.RequestMarks;
import io.connections.application.access.port.ActorProvider;
import io.connections.application.connection.ConnectionView;
import io.connections.application.connection.CopyConnection;
import io.connections.application.connection.CreateConnection;
import io.connections.application.connection.DeleteConnection;
import io.connections.application.connection.GetConnection;
import io.connections.application.connection.RemoveSecret;
import io.connections.application.connection.SaveConnection;
import io.connections.application.connection.SetSecret;
import io.connections.application.connection.SwitchConnection;
import io.connections.application.connection.TypedContent;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.access.Actor;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.connection.Connection.Content;
import io.connections.domain.kernel.Secret;
import io.connections.domain.kernel.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/connections")
@Tag(name = "Connections")
public class ConnectionResource {
    private final ActorProvider actors;
    private final GoalApiMapper goals;
    private final ScopeApiMapper scopes;
    private final RequestMarks marks;
    private final CreateConnection createConnection;
    private final CopyConnection copyConnection;
    private final GetConnection getConnection;
    private final SaveConnection saveConnection;
    private final SwitchConnection switchConnection;
    private final DeleteConnection deleteConnection;
    private final SetSecret setSecret;
    private final RemoveSecret removeSecret;

    ConnectionResource(
            ActorProvider actors,
            GoalApiMapper goals,
            ScopeApiMapper scopes,
            RequestMarks marks,
            CreateConnection createConnection,
            CopyConnection copyConnection,
            GetConnection getConnection,
            SaveConnection saveConnection,
            SwitchConnection switchConnection,
            DeleteConnection deleteConnection,
            SetSecret setSecret,
            RemoveSecret removeSecret) {
        this.actors = actors;
        this.goals = goals;
        this.scopes = scopes;
        this.marks = marks;
        this.createConnection = createConnection;
        this.copyConnection = copyConnection;
        this.getConnection = getConnection;
        this.saveConnection = saveConnection;
        this.switchConnection = switchConnection;
        this.deleteConnection = deleteConnection;
        this.setSecret = setSecret;
        this.removeSecret = removeSecret;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createConnection",
            summary = "Make a connection, switched off",
            description =
                    "It may be incomplete; `problems` says what keeps it from running. Sent again"
                            + " with the same Idempotency-Key, the request makes no second one: it"
                            + " is answered with the first, as that is by now.")
    @APIResponseSchema(
            value = ConnectionResponse.class,
            responseCode = "201",
            responseDescription = "Made")
    public Uni<RestResponse<ConnectionResponse>> createConnection(
            @HeaderParam(IdempotencyKeyHeader.NAME) @Nullable String key,
            ConnectionRequests.@Nullable Create request) {
        ConnectionRequests.Create given = present(request);
        return as(actor -> {
                    if (given.typeId() == null) {
                        throw RequestInvalid.at("/typeId", "required", "Say which type it is.");
                    }
                    return createConnection.handle(
                            new CreateConnection.Command(
                                    new ConnectionTypeId(given.typeId()),
                                    typed(
                                            given.name(),
                                            given.description(),
                                            given.setup(),
                                            given.goals(),
                                            given.editRoles(),
                                            given.scope(),
                                            given.objectives()),
                                    IdempotencyKeyHeader.optional(
                                            key, actor, "create connection " + marks.of(given)),
                                    actor));
                })
                .map(ConnectionResource::made);
    }

    @POST
    @Path("/{id}/copies")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "copyConnection",
            summary = "Save a connection as another",
            description =
                    "A copy under a new name, switched off, without runs. Secrets come along only"
                            + " with `withSecrets`, which needs the right to change the original,"
                            + " and only those that serve the copy's server."
                            + " What is in `unsaved` stands in for what is saved.")
    @APIResponseSchema(
            value = ConnectionResponse.class,
            responseCode = "201",
            responseDescription = "Made")
    public Uni<RestResponse<ConnectionResponse>> copyConnection(
            @PathParam("id") String id, ConnectionRequests.@Nullable Copy request) {
        ConnectionRequests.Copy given = present(request);
        return as(actor ->
                        copyConnection.handle(
                                new CopyConnection.Command(
                                        PathIds.connection(id),
                                        Objects.requireNonNullElse(given.name(), ""),
                                        Boolean.TRUE.equals(given.withSecrets()),
                                        Optional.ofNullable(given.unsaved())
                                                .map(
                                                        unsaved ->
                                                                typed(
                                                                        given.name(),
                                                                        unsaved.description(),
                                                                        unsaved.setup(),
                                                                        unsaved.goals(),
                                                                        unsaved.editRoles(),
                                                                        unsaved.scope(),
                                                                        unsaved.objectives())),
                                        actor)))
                .map(ConnectionResource::made);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getConnection", summary = "One connection")
    @APIResponseSchema(value = ConnectionResponse.class, responseCode = "200")
    public Uni<RestResponse<ConnectionResponse>> getConnection(@PathParam("id") String id) {
        return as(actor ->
                        getConnection.handle(
                                new GetConnection.Query(PathIds.connection(id), actor)))
                .map(ConnectionResource::withETag);
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "saveConnection",
            summary = "Save a new version",
            description = "If-Match names the version that was changed.")
    @APIResponseSchema(value = ConnectionResponse.class, responseCode = "200")
    public Uni<RestResponse<ConnectionResponse>> saveConnection(
            @PathParam("id") String id,
            @Parameter(required = true) @HeaderParam("If-Match") @Nullable String ifMatch,
            ConnectionRequests.@Nullable Save request) {
        ConnectionRequests.Save given = present(request);
        return as(actor ->
                        saveConnection.handle(
                                new SaveConnection.Command(
                                        PathIds.connection(id),
                                        ETags.required(ifMatch),
                                        typed(
                                                given.name(),
                                                given.description(),
                                                given.setup(),
                                                given.goals(),
                                                given.editRoles(),
                                                given.scope(),
                                                given.objectives()),
                                        actor)))
                .map(ConnectionResource::withETag);
    }

    private TypedContent typed(
            @Nullable String name,
            @Nullable String description,
            @Nullable Map<String, @Nullable Object> setup,
            @Nullable List<GoalJson> wanted,
            @Nullable List<@Nullable RoleJson> editRoles,
            @Nullable ScopeJson wantedScope,
            @Nullable List<@Nullable String> objectives) {
        GoalApiMapper.Goals read = goals.goals(wanted);
        ScopeApiMapper.Scope scope =
                wantedScope == null
                        ? ScopeApiMapper.Scope.EVERYWHERE
                        : scopes.read(wantedScope, "/scope");
        List<Violation> unreadable = new ArrayList<>(read.unreadable());
        unreadable.addAll(scope.unreadable());
        Set<TypedContent.Part> unsaid = EnumSet.noneOf(TypedContent.Part.class);
        if (editRoles == null) {
            unsaid.add(TypedContent.Part.EDIT_RIGHTS);
        }
        if (wantedScope == null) {
            unsaid.add(TypedContent.Part.SCOPE);
        }
        if (objectives == null) {
            unsaid.add(TypedContent.Part.OBJECTIVES);
        }
        return new TypedContent(
                new Content(
                        Objects.requireNonNullElse(name, ""),
                        Objects.requireNonNullElse(description, ""),
                        SetupJson.read(setup),
                        read.goals(),
                        RoleJson.rights(editRoles),
                        scope.scope(),
                        ObjectiveIds.read(objectives, unreadable)),
                unsaid,
                unreadable);
    }

    @PUT
    @Path("/{id}/on")
    @Operation(
            operationId = "switchConnection",
            summary = "Turn on or off, at once",
            description = "No new version. Off stops what runs at its next chunk.")
    public Uni<ConnectionResponse> switchConnection(
            @PathParam("id") String id, ConnectionRequests.@Nullable Switch request) {
        ConnectionRequests.Switch given = present(request);
        return as(actor -> {
                    if (given.on() == null) {
                        throw RequestInvalid.at("/on", "required", "Say true or false.");
                    }
                    return switchConnection.handle(
                            new SwitchConnection.Command(
                                    PathIds.connection(id), given.on(), actor));
                })
                .map(ConnectionResponse::of);
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteConnection",
            summary = "Delete a connection with its versions and secrets")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Uni<Void> deleteConnection(@PathParam("id") String id) {
        return as(
                actor ->
                        deleteConnection.handle(
                                new DeleteConnection.Command(PathIds.connection(id), actor)));
    }

    @PUT
    @Path("/{id}/secrets/{field}")
    @Operation(
            operationId = "setSecret",
            summary = "Set or replace a secret, at once",
            description = "No new version. Nothing ever returns the secret.")
    @APIResponse(responseCode = "204", description = "Kept")
    public Uni<Void> setSecret(
            @PathParam("id") String id,
            @PathParam("field") String field,
            ConnectionRequests.@Nullable SecretValue request) {
        ConnectionRequests.SecretValue given = present(request);
        return as(
                actor ->
                        setSecret.handle(
                                new SetSecret.Command(
                                        PathIds.connection(id),
                                        field,
                                        new Secret(Objects.requireNonNullElse(given.value(), "")),
                                        actor)));
    }

    @DELETE
    @Path("/{id}/secrets/{field}")
    @Operation(operationId = "removeSecret", summary = "Forget a secret, at once")
    @APIResponse(responseCode = "204", description = "Forgotten")
    public Uni<Void> removeSecret(@PathParam("id") String id, @PathParam("field") String field) {
        return as(
                actor ->
                        removeSecret.handle(
                                new RemoveSecret.Command(PathIds.connection(id), field, actor)));
    }

    private <T> Uni<T> as(Function<Actor, Uni<T>> work) {
        return actors.current().chain(work::apply);
    }

    private static RestResponse<ConnectionResponse> made(ConnectionView view) {
        return RestResponse.ResponseBuilder.<ConnectionResponse>created(
                        URI.create("/connections/" + view.connection().id().value()))
                .entity(ConnectionResponse.of(view))
                .header("ETag", ETags.of(view.connection().version()))
                .build();
    }

    static RestResponse<ConnectionResponse> withETag(ConnectionView view) {
        return RestResponse.ResponseBuilder.ok(ConnectionResponse.of(view))
                .header("ETag", ETags.of(view.connection().version()))
                .build();
    }

    private static <T> T present(@Nullable T body) {
        if (body == null) {
            throw RequestInvalid.at("", "required", "Send a JSON object.");
        }
        return body;
    }
}
