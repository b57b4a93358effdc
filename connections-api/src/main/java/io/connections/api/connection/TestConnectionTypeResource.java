package io.connections.api.connection;

import io.connections.application.access.port.ActorProvider;
import io.connections.application.connection.TestConnection;
import io.connections.application.connection.TestConnection.Command;
import io.connections.application.connection.TestConnection.Subject;
import io.connections.domain.catalog.ConnectionTypeId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/connection-types/{id}/test")
@Tag(name = "Connection types")
public class TestConnectionTypeResource {
    private final ActorProvider actors;
    private final TestConnection testConnection;

    TestConnectionTypeResource(ActorProvider actors, TestConnection testConnection) {
        this.actors = actors;
        this.testConnection = testConnection;
    }

    @POST
    @Operation(
            operationId = "testNewConnection",
            summary = "Test a connection that is not saved yet",
            description = "Takes the whole setup form; nothing of it is kept.")
    public Uni<TestReportResponse> testNewConnection(
            @PathParam("id") String id, ConnectionRequests.@Nullable Test request) {
        ConnectionRequests.Test given =
                Objects.requireNonNullElse(request, ConnectionRequests.Test.NOTHING);
        return actors.current()
                .chain(
                        actor ->
                                testConnection.handle(
                                        new Command(
                                                new Subject.New(new ConnectionTypeId(id)),
                                                given.unsaved(),
                                                actor)))
                .map(TestReportResponse::of);
    }
}
