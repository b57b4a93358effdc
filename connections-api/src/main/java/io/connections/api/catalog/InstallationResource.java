package io.connections.api.catalog;

import io.connections.application.access.port.ActorProvider;
import io.connections.application.catalog.InstallConnectionType;
import io.connections.application.catalog.UninstallConnectionType;
import io.connections.domain.catalog.ConnectionTypeId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/connection-types/{id}/installation")
@Tag(name = "Connection types")
public class InstallationResource {
    private final ActorProvider actors;
    private final InstallConnectionType installConnectionType;
    private final UninstallConnectionType uninstallConnectionType;

    InstallationResource(
            ActorProvider actors,
            InstallConnectionType installConnectionType,
            UninstallConnectionType uninstallConnectionType) {
        this.actors = actors;
        this.installConnectionType = installConnectionType;
        this.uninstallConnectionType = uninstallConnectionType;
    }

    @PUT
    @Operation(
            operationId = "installConnectionType",
            summary = "Install a type",
            description =
                    "From then on connections can be made of it. Repeating it changes nothing.")
    public Uni<ConnectionTypeResponse> installConnectionType(@PathParam("id") String id) {
        return actors.current()
                .chain(
                        actor ->
                                installConnectionType.handle(
                                        new InstallConnectionType.Command(
                                                new ConnectionTypeId(id), actor)))
                .map(ConnectionTypeResponse::of);
    }

    @DELETE
    @Operation(
            operationId = "uninstallConnectionType",
            summary = "Uninstall a type",
            description =
                    "Refused while connections are made of it; the problem counts them and names"
                            + " the first. Repeating it changes nothing.")
    public Uni<Void> uninstallConnectionType(@PathParam("id") String id) {
        return actors.current()
                .chain(
                        actor ->
                                uninstallConnectionType.handle(
                                        new UninstallConnectionType.Command(
                                                new ConnectionTypeId(id), actor)));
    }
}
