package io.connections.api.personal;

import io.connections.application.access.port.ActorProvider;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.personal.GetPreference;
import io.connections.application.personal.KeepPreference;
import io.connections.domain.personal.Preference;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// How whoever asks likes things, such as the columns of a list.
@Path("/preferences")
@Tag(name = "Personal")
public class PreferenceResource {
    private final ActorProvider actors;
    private final GetPreference getPreference;
    private final KeepPreference keepPreference;

    PreferenceResource(
            ActorProvider actors, GetPreference getPreference, KeepPreference keepPreference) {
        this.actors = actors;
        this.getPreference = getPreference;
        this.keepPreference = keepPreference;
    }

    @GET
    @Path("/{key}")
    @Operation(
            operationId = "getPreference",
            summary = "How I like one thing; no values: I have never said")
    public Uni<PreferenceJson> getPreference(@PathParam("key") String key) {
        return actors.current()
                .chain(actor -> getPreference.handle(new GetPreference.Query(key, actor)))
                .map(PreferenceJson::of);
    }

    @PUT
    @Path("/{key}")
    @Operation(operationId = "keepPreference", summary = "Remember how I like one thing")
    public Uni<PreferenceJson> keepPreference(
            @PathParam("key") String key, @Nullable Given request) {
        if (request == null || request.values() == null) {
            throw RequestInvalid.at("/values", "required", "Send the values.");
        }
        Preference preference =
                new Preference(key, request.values().stream().filter(Objects::nonNull).toList());
        return actors.current()
                .chain(
                        actor ->
                                keepPreference.handle(
                                        new KeepPreference.Command(preference, actor)))
                .map(PreferenceJson::of);
    }

    @Schema(
            name = "KeepPreferenceRequest",
            requiredProperties = {"values"})
    public record Given(@Nullable List<String> values) {}

    @Schema(name = "Preference")
    public record PreferenceJson(String key, List<String> values) {
        static PreferenceJson of(Preference preference) {
            return new PreferenceJson(preference.key(), preference.values());
        }
    }
}
