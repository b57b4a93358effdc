package io.connections.api.profile;

import io.connections.application.access.port.ActorProvider;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.profile.ChangeProperty;
import io.connections.application.profile.CreateProperties;
import io.connections.application.profile.CreateProperties.Command.At;
import io.connections.application.profile.CreateProperties.Wanted;
import io.connections.application.profile.DeleteProperty;
import io.connections.application.profile.FindPropertyUses;
import io.connections.application.profile.ListProperties;
import io.connections.domain.access.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/profile-properties")
@Tag(name = "Profile properties")
public class PropertyResource {
    private final ActorProvider actors;
    private final ListProperties listProperties;
    private final CreateProperties createProperties;
    private final ChangeProperty changeProperty;
    private final DeleteProperty deleteProperty;
    private final FindPropertyUses findPropertyUses;

    PropertyResource(
            ActorProvider actors,
            ListProperties listProperties,
            CreateProperties createProperties,
            ChangeProperty changeProperty,
            DeleteProperty deleteProperty,
            FindPropertyUses findPropertyUses) {
        this.actors = actors;
        this.listProperties = listProperties;
        this.createProperties = createProperties;
        this.changeProperty = changeProperty;
        this.deleteProperty = deleteProperty;
        this.findPropertyUses = findPropertyUses;
    }

    @GET
    @Operation(operationId = "listProperties", summary = "All properties, oldest first")
    public Uni<PropertyResponse.Items> listProperties() {
        return as(actor -> listProperties.handle(new ListProperties.Query(actor)))
                .map(
                        all ->
                                new PropertyResponse.Items(
                                        all.stream().map(PropertyResponse::of).toList()));
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createProperty",
            summary = "Make a property",
            description = "Its id, type and whether it is an identifier stay for good.")
    @APIResponseSchema(
            value = PropertyResponse.class,
            responseCode = "201",
            responseDescription = "Made")
    public Uni<RestResponse<PropertyResponse>> createProperty(
            PropertyRequests.@Nullable Create request) {
        return as(actor ->
                        createProperties.handle(
                                new CreateProperties.Command(
                                        actor,
                                        List.of(wanted("", present(request))),
                                        At.WHOLE_REQUEST)))
                .map(List::getFirst)
                .map(
                        made ->
                                RestResponse.ResponseBuilder.<PropertyResponse>created(
                                                URI.create(
                                                        "/profile-properties/" + made.id().value()))
                                        .entity(PropertyResponse.of(made))
                                        .build());
    }

    @POST
    @Path("/batch")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createProperties",
            summary = "Make several properties",
            description = "All of them, in this order, or none; 5,000 at most.")
    @APIResponseSchema(
            value = PropertyResponse.Items.class,
            responseCode = "201",
            responseDescription = "Made, in the order asked")
    public Uni<RestResponse<PropertyResponse.Items>> createProperties(
            PropertyRequests.@Nullable CreateAll request) {
        return as(actor ->
                        createProperties.handle(
                                new CreateProperties.Command(
                                        actor, wanted(present(request)), At.ITEMS)))
                .map(
                        made ->
                                RestResponse.status(
                                        RestResponse.Status.CREATED,
                                        new PropertyResponse.Items(
                                                made.stream().map(PropertyResponse::of).toList())));
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "changeProperty",
            summary = "Change name, choices and PII",
            description = "Without `choices` they stay as they are.")
    public Uni<PropertyResponse> changeProperty(
            @PathParam("id") String id, PropertyRequests.@Nullable Change request) {
        return as(actor -> {
                    PropertyRequests.Change given = present(request);
                    if (given.pii() == null) {
                        throw RequestInvalid.at("/pii", "required", "Say true or false.");
                    }
                    return changeProperty.handle(
                            new ChangeProperty.Command(
                                    actor,
                                    id,
                                    Objects.requireNonNullElse(given.name(), ""),
                                    given.choices() == null
                                            ? Optional.empty()
                                            : Optional.of(choices("", given.choices())),
                                    given.pii()));
                })
                .map(PropertyResponse::of);
    }

    @GET
    @Path("/{id}/uses")
    @Operation(
            operationId = "findPropertyUses",
            summary = "What deleting a property would cost",
            description =
                    "The connections whose goals need it, and how many profiles would lose values"
                            + " of it.")
    public Uni<PropertyUsesResponse> findPropertyUses(@PathParam("id") String id) {
        return as(actor -> findPropertyUses.handle(new FindPropertyUses.Query(actor, id)))
                .map(PropertyUsesResponse::of);
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteProperty",
            summary = "Delete a property",
            description =
                    "Refused while goals need it or profiles have values of it, unless forced: then"
                            + " those goals are incomplete and the values are gone. While a run"
                            + " that needs it is queued or running it is refused in any case.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public Uni<Void> deleteProperty(
            @PathParam("id") String id, @QueryParam("force") @DefaultValue("false") boolean force) {
        return as(actor -> deleteProperty.handle(new DeleteProperty.Command(actor, id, force)));
    }

    private static List<Wanted> wanted(PropertyRequests.CreateAll given) {
        List<PropertyRequests.@Nullable Create> items =
                Objects.requireNonNullElse(given.items(), List.of());
        List<Wanted> wanted = new ArrayList<>(items.size());
        for (PropertyRequests.@Nullable Create item : items) {
            String at = "/items/" + wanted.size();
            if (item == null) {
                throw RequestInvalid.at(at, "required", "Send a property.");
            }
            wanted.add(wanted(at, item));
        }
        return wanted;
    }

    private static Wanted wanted(String at, PropertyRequests.Create given) {
        PropertyTypeJson type = given.type();
        if (type == null) {
            throw RequestInvalid.at(at + "/type", "required", "Say which type it is.");
        }
        return new Wanted(
                Objects.requireNonNullElse(given.id(), ""),
                Objects.requireNonNullElse(given.name(), ""),
                type.type(choices(at, Objects.requireNonNullElse(given.choices(), List.of()))),
                given.identifier(),
                given.pii());
    }

    private static List<String> choices(String at, List<@Nullable String> given) {
        List<String> choices = new ArrayList<>(given.size());
        for (String choice : given) {
            if (choice == null) {
                throw RequestInvalid.at(
                        at + "/choices/" + choices.size(), "required", "Send a text.");
            }
            choices.add(choice);
        }
        return choices;
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
