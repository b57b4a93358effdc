package io.connections.api.access;

import io.connections.application.access.port.ActorProvider;
import io.connections.domain.access.Permission;
import io.connections.domain.access.Role;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/me")
@Tag(name = "Access")
public class MeResource {
    private final ActorProvider actors;

    MeResource(ActorProvider actors) {
        this.actors = actors;
    }

    @GET
    @Operation(operationId = "getMe", summary = "Who is signed in, and what they may do")
    public Uni<MeResponse> getMe() {
        return actors.current()
                .map(
                        actor ->
                                new MeResponse(
                                        actor.id(),
                                        actor.name(),
                                        actor.roles().stream().sorted().map(Role::id).toList(),
                                        actor.permissions().stream()
                                                .sorted()
                                                .map(Permission::scope)
                                                .toList()));
    }

    /// @param id the identity provider's subject
    @Schema(name = "Me")
    public record MeResponse(
            String id, String name, List<String> roles, List<String> permissions) {}
}
