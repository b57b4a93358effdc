package io.connections.api.profile;

import io.connections.api.kernel.ETags;
import io.connections.api.kernel.Paging;
import io.connections.api.kernel.PathIds;
import io.connections.application.access.port.ActorProvider;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.profile.EditProfile;
import io.connections.application.profile.EraseProfile;
import io.connections.application.profile.FindProfiles;
import io.connections.application.profile.GetProfile;
import io.connections.application.profile.ProfileView;
import io.connections.domain.access.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/profiles")
@Tag(name = "Profiles")
public class ProfileResource {
    private final ActorProvider actors;
    private final FindProfiles findProfiles;
    private final GetProfile getProfile;
    private final EditProfile editProfile;
    private final EraseProfile eraseProfile;

    ProfileResource(
            ActorProvider actors,
            FindProfiles findProfiles,
            GetProfile getProfile,
            EditProfile editProfile,
            EraseProfile eraseProfile) {
        this.actors = actors;
        this.findProfiles = findProfiles;
        this.getProfile = getProfile;
        this.editProfile = editProfile;
        this.eraseProfile = eraseProfile;
    }

    @GET
    @Operation(
            operationId = "findProfiles",
            summary = "Find profiles by a value of any identifier",
            description = "Without one: those made last.")
    public Uni<ProfileSummaryResponse.Items> findProfiles(
            @Parameter(example = "zoe@example.com") @QueryParam("identifier")
                    @Nullable String identifier,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        Paging paging = Paging.of("profiles", Objects.requireNonNullElse(identifier, ""));
        return as(actor ->
                        findProfiles.handle(
                                new FindProfiles.Query(
                                        actor,
                                        Optional.ofNullable(identifier),
                                        paging.page(after, limit))))
                .map(page -> ProfileSummaryResponse.Items.of(page, paging));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getProfile", summary = "One profile, with where its values come from")
    @APIResponseSchema(value = ProfileResponse.class, responseCode = "200")
    public Uni<RestResponse<ProfileResponse>> getProfile(@PathParam("id") String id) {
        return as(actor -> getProfile.handle(new GetProfile.Query(actor, PathIds.profile(id))))
                .map(ProfileResource::withETag);
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "editProfile",
            summary = "Write what a profile is to say",
            description =
                    "Properties that are left out lose their values. If-Match names the version"
                            + " that was edited.")
    @APIResponseSchema(value = ProfileResponse.class, responseCode = "200")
    public Uni<RestResponse<ProfileResponse>> editProfile(
            @PathParam("id") String id,
            @Parameter(required = true) @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable EditProfileRequest request) {
        return as(actor ->
                        editProfile.handle(
                                new EditProfile.Command(
                                        actor,
                                        PathIds.profile(id),
                                        ETags.required(ifMatch),
                                        values(request))))
                .map(ProfileResource::withETag);
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "eraseProfile",
            summary = "Erase a profile",
            description =
                    "Takes away the profile with its identifiers, its consent and what its history"
                            + " remembered, at once. Rejected records that name the person lose"
                            + " their content afterwards. Answers the receipt, which stays.")
    public Uni<ErasureResponse> eraseProfile(@PathParam("id") String id) {
        return as(actor ->
                        eraseProfile.handle(new EraseProfile.Command(actor, PathIds.profile(id))))
                .map(ErasureResponse::of);
    }

    private static Map<String, List<String>> values(@Nullable EditProfileRequest request) {
        if (request == null || request.values() == null) {
            throw RequestInvalid.at("/values", "required", "Send the profile's values.");
        }
        request.values()
                .forEach(
                        (property, list) -> {
                            if (list == null || list.stream().anyMatch(Objects::isNull)) {
                                throw RequestInvalid.at(
                                        "/values/" + property.replace("~", "~0").replace("/", "~1"),
                                        "type-wrong",
                                        "This is a list of texts.");
                            }
                        });
        return request.values();
    }

    private <T> Uni<T> as(Function<Actor, Uni<T>> work) {
        return actors.current().chain(work::apply);
    }

    private static RestResponse<ProfileResponse> withETag(ProfileView view) {
        return RestResponse.ResponseBuilder.ok(ProfileResponse.of(view))
                .header("ETag", ETags.of(view.profile().version()))
                .build();
    }
}
