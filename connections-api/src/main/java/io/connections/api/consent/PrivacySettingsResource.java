package io.connections.api.consent;

import io.connections.api.kernel.ETags;
import io.connections.application.access.port.ActorProvider;
import io.connections.application.consent.GetPrivacySettings;
import io.connections.application.consent.PrivacySettingsView;
import io.connections.application.consent.SavePrivacySettings;
import io.connections.domain.access.Actor;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/privacy-settings")
@Tag(name = "Objectives and privacy")
public class PrivacySettingsResource {
    private final ActorProvider actors;
    private final GetPrivacySettings getPrivacySettings;
    private final SavePrivacySettings savePrivacySettings;

    PrivacySettingsResource(
            ActorProvider actors,
            GetPrivacySettings getPrivacySettings,
            SavePrivacySettings savePrivacySettings) {
        this.actors = actors;
        this.getPrivacySettings = getPrivacySettings;
        this.savePrivacySettings = savePrivacySettings;
    }

    @GET
    @Operation(
            operationId = "getPrivacySettings",
            summary = "Which zones are in use, and what holds in each",
            description = "With every zone that is known and could be.")
    @APIResponseSchema(value = PrivacySettingsResponse.class, responseCode = "200")
    public Uni<RestResponse<PrivacySettingsResponse>> getPrivacySettings() {
        return as(actor -> getPrivacySettings.handle(new GetPrivacySettings.Query(actor)))
                .map(PrivacySettingsResource::withETag);
    }

    @PUT
    @Operation(
            operationId = "savePrivacySettings",
            summary = "Say which zones are in use, and what holds in each",
            description =
                    "If-Match names the version that was changed. A zone that is taken out of use"
                            + " counts as rest of world from then on: its profiles are judged by"
                            + " what holds there, and objectives that name it need consent there.")
    @APIResponseSchema(value = PrivacySettingsResponse.class, responseCode = "200")
    public Uni<RestResponse<PrivacySettingsResponse>> savePrivacySettings(
            @Parameter(required = true) @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable SavePrivacySettingsRequest request) {
        return as(actor ->
                        savePrivacySettings.handle(
                                new SavePrivacySettings.Command(
                                        ETags.required(ifMatch),
                                        SavePrivacySettingsRequest.read(request),
                                        actor)))
                .map(PrivacySettingsResource::withETag);
    }

    private static RestResponse<PrivacySettingsResponse> withETag(PrivacySettingsView view) {
        return RestResponse.ResponseBuilder.ok(PrivacySettingsResponse.of(view))
                .header("ETag", ETags.of(view.saved().version()))
                .build();
    }

    private <T> Uni<T> as(Function<Actor, Uni<T>> work) {
        return actors.current().chain(work::apply);
    }
}
