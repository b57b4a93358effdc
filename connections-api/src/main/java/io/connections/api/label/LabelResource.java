package io.connections.api.label;

import io.connections.api.kernel.NamedObjectResponse;
import io.connections.api.kernel.Paging;
import io.connections.api.kernel.PathIds;
import io.connections.application.access.port.ActorProvider;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.label.CreateLabel;
import io.connections.application.label.DeleteLabel;
import io.connections.application.label.GetLabel;
import io.connections.application.label.ListLabelledObjects;
import io.connections.application.label.ListLabels;
import io.connections.application.label.MergeLabels;
import io.connections.application.label.RenameLabel;
import io.connections.application.label.UsedLabel;
import io.connections.domain.access.Actor;
import io.connections.domain.label.LabelId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/labels")
@Tag(name = "Labels")
public class LabelResource {
    private final ActorProvider actors;
    private final ListLabels listLabels;
    private final GetLabel getLabel;
    private final CreateLabel createLabel;
    private final RenameLabel renameLabel;
    private final MergeLabels mergeLabels;
    private final DeleteLabel deleteLabel;
    private final ListLabelledObjects listLabelledObjects;

    LabelResource(
            ActorProvider actors,
            ListLabels listLabels,
            GetLabel getLabel,
            CreateLabel createLabel,
            RenameLabel renameLabel,
            MergeLabels mergeLabels,
            DeleteLabel deleteLabel,
            ListLabelledObjects listLabelledObjects) {
        this.actors = actors;
        this.listLabels = listLabels;
        this.getLabel = getLabel;
        this.createLabel = createLabel;
        this.renameLabel = renameLabel;
        this.mergeLabels = mergeLabels;
        this.deleteLabel = deleteLabel;
        this.listLabelledObjects = listLabelledObjects;
    }

    @GET
    @Operation(
            operationId = "listLabels",
            summary = "Labels, the most used first",
            description = "`search` is a part of the name, upper and lower case alike.")
    public Uni<LabelResponse.Items> listLabels(
            @QueryParam("search") @Nullable String search,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        String wanted = Objects.requireNonNullElse(search, "");
        Paging paging = Paging.of("labels", wanted);
        return as(actor ->
                        listLabels.handle(
                                new ListLabels.Query(wanted, paging.page(after, limit), actor)))
                .map(page -> LabelResponse.Items.of(page, paging));
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createLabel",
            summary = "Make a label that nothing has yet",
            description = "Putting a new name on an object makes the label too.")
    @APIResponseSchema(
            value = LabelResponse.class,
            responseCode = "201",
            responseDescription = "Made")
    public Uni<RestResponse<LabelResponse>> createLabel(LabelRequests.@Nullable Name request) {
        return as(actor -> createLabel.handle(new CreateLabel.Command(name(request), actor)))
                .map(
                        made ->
                                RestResponse.ResponseBuilder.<LabelResponse>created(
                                                URI.create("/labels/" + made.id().value()))
                                        .entity(LabelResponse.of(new UsedLabel(made, 0)))
                                        .build());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getLabel", summary = "One label")
    public Uni<LabelResponse> getLabel(@PathParam("id") String id) {
        return as(actor -> getLabel.handle(new GetLabel.Query(PathIds.label(id), actor)))
                .map(LabelResponse::of);
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "renameLabel",
            summary = "Rename a label, on everything that has it",
            description =
                    "A name that another label has is refused with that label: merge the two, or"
                            + " choose another name.")
    public Uni<LabelResponse> renameLabel(
            @PathParam("id") String id, LabelRequests.@Nullable Name request) {
        return as(actor ->
                        renameLabel.handle(
                                new RenameLabel.Command(PathIds.label(id), name(request), actor)))
                .map(LabelResponse::of);
    }

    @POST
    @Path("/{id}/merge")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "mergeLabels",
            summary = "Merge a label into another",
            description = "What has this label gets the other instead, and this one is gone.")
    public Uni<LabelResponse.Merged> mergeLabels(
            @PathParam("id") String id, LabelRequests.@Nullable Merge request) {
        return as(actor ->
                        mergeLabels.handle(
                                new MergeLabels.Command(PathIds.label(id), into(request), actor)))
                .map(
                        merged ->
                                new LabelResponse.Merged(
                                        LabelResponse.of(merged.label()), merged.objects()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteLabel", summary = "Delete a label, and take it off everything")
    public Uni<LabelResponse.Deleted> deleteLabel(@PathParam("id") String id) {
        return as(actor -> deleteLabel.handle(new DeleteLabel.Command(PathIds.label(id), actor)))
                .map(LabelResponse.Deleted::new);
    }

    @GET
    @Path("/{id}/objects")
    @Operation(
            operationId = "listLabelledObjects",
            summary = "What has a label, of every kind, by name")
    public Uni<NamedObjectResponse.Items> listLabelledObjects(
            @PathParam("id") String id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        Paging paging = Paging.of("objects of", id);
        return as(actor ->
                        listLabelledObjects.handle(
                                new ListLabelledObjects.Query(
                                        PathIds.label(id), paging.page(after, limit), actor)))
                .map(page -> NamedObjectResponse.Items.of(page, paging));
    }

    private static String name(LabelRequests.@Nullable Name request) {
        return request == null ? "" : Objects.requireNonNullElse(request.name(), "");
    }

    private static LabelId into(LabelRequests.@Nullable Merge request) {
        String text = request == null ? "" : Objects.requireNonNullElse(request.into(), "");
        try {
            return new LabelId(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            throw RequestInvalid.at("/into", "wrong-type", "Send the id of the other label.");
        }
    }

    private <T> Uni<T> as(Function<Actor, Uni<T>> work) {
        return actors.current().chain(work::apply);
    }
}
