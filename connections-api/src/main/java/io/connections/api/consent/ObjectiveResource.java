package io.connections.api.consent;

import io.connections.api.kernel.ETags;
import io.connections.application.access.port.ActorProvider;
import io.connections.application.consent.ChangeObjective;
import io.connections.application.consent.CreateObjective;
import io.connections.application.consent.DeleteObjective;
import io.connections.application.consent.GetObjective;
import io.connections.application.consent.ListObjectives;
import io.connections.application.consent.ListShownTexts;
import io.connections.application.consent.ObjectiveView;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.access.Actor;
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
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/objectives")
@Tag(name = "Objectives and privacy")
public class ObjectiveResource {
    private final ActorProvider actors;
    private final ListObjectives listObjectives;
    private final GetObjective getObjective;
    private final CreateObjective createObjective;
    private final ChangeObjective changeObjective;
    private final DeleteObjective deleteObjective;
    private final ListShownTexts listShownTexts;

    ObjectiveResource(
            ActorProvider actors,
            ListObjectives listObjectives,
            GetObjective getObjective,
            CreateObjective createObjective,
            ChangeObjective changeObjective,
            DeleteObjective deleteObjective,
            ListShownTexts listShownTexts) {
        this.actors = actors;
        this.listObjectives = listObjectives;
        this.getObjective = getObjective;
        this.createObjective = createObjective;
        this.changeObjective = changeObjective;
        this.deleteObjective = deleteObjective;
        this.listShownTexts = listShownTexts;
    }

    @GET
    @Operation(operationId = "listObjectives", summary = "All objectives, by name")
    public Uni<ObjectiveResponse.Items> listObjectives() {
        return as(actor -> listObjectives.handle(new ListObjectives.Query(actor)))
                .map(
                        all ->
                                new ObjectiveResponse.Items(
                                        all.stream().map(ObjectiveResponse::of).toList()));
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createObjective",
            summary = "Make an objective",
            description =
                    "Its id stays for good: consent that is imported or sent names it so. The id of"
                            + " a deleted objective is never given again.")
    @APIResponseSchema(
            value = ObjectiveResponse.class,
            responseCode = "201",
            responseDescription = "Made")
    public Uni<RestResponse<ObjectiveResponse>> createObjective(
            ObjectiveRequests.@Nullable Create request) {
        return as(actor -> {
                    ObjectiveRequests.Create given = present(request);
                    return createObjective.handle(
                            new CreateObjective.Command(
                                    Objects.requireNonNullElse(given.id(), ""),
                                    given.typed(),
                                    actor));
                })
                .map(ObjectiveResource::made);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getObjective", summary = "One objective")
    @APIResponseSchema(value = ObjectiveResponse.class, responseCode = "200")
    public Uni<RestResponse<ObjectiveResponse>> getObjective(@PathParam("id") String id) {
        return as(actor -> getObjective.handle(new GetObjective.Query(id, actor)))
                .map(ObjectiveResource::withETag);
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "changeObjective",
            summary = "Change an objective, all but its id",
            description =
                    "If-Match names the version that was changed. Title, text and colour stay as"
                            + " they are where they are left out. What visitors were shown before"
                            + " is kept: see `/texts`.")
    @APIResponseSchema(value = ObjectiveResponse.class, responseCode = "200")
    public Uni<RestResponse<ObjectiveResponse>> changeObjective(
            @PathParam("id") String id,
            @Parameter(required = true) @HeaderParam("If-Match") @Nullable String ifMatch,
            ObjectiveRequests.@Nullable Change request) {
        return as(actor ->
                        changeObjective.handle(
                                new ChangeObjective.Command(
                                        id,
                                        ETags.required(ifMatch),
                                        present(request).typed(),
                                        actor)))
                .map(ObjectiveResource::withETag);
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteObjective",
            summary = "Delete an objective",
            description =
                    "Refused while connections use it, with which. What visitors were shown of it is kept, and its id is never used again: what"
                            + " people said about it must not come to count for another purpose.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Uni<Void> deleteObjective(@PathParam("id") String id) {
        return as(actor -> deleteObjective.handle(new DeleteObjective.Command(id, actor)));
    }

    @GET
    @Path("/{id}/texts")
    @Operation(
            operationId = "listShownTexts",
            summary = "Every text that visitors were ever shown of an objective, the newest first",
            description = "Also of a deleted one, because people's consent refers to it still.")
    public Uni<ShownTextResponse.Items> listShownTexts(@PathParam("id") String id) {
        return as(actor -> listShownTexts.handle(new ListShownTexts.Query(id, actor)))
                .map(
                        texts ->
                                new ShownTextResponse.Items(
                                        texts.stream().map(ShownTextResponse::of).toList()));
    }

    private static RestResponse<ObjectiveResponse> made(ObjectiveView view) {
        return RestResponse.ResponseBuilder.<ObjectiveResponse>created(
                        URI.create("/api/v1/objectives/" + view.saved().id().value()))
                .entity(ObjectiveResponse.of(view))
                .header("ETag", ETags.of(view.saved().version()))
                .build();
    }

    private static RestResponse<ObjectiveResponse> withETag(ObjectiveView view) {
        return RestResponse.ResponseBuilder.ok(ObjectiveResponse.of(view))
                .header("ETag", ETags.of(view.saved().version()))
                .build();
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
