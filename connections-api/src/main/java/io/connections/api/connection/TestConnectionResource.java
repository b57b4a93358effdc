package io.connections.api.connection;

import io.connections.api.kernel.PathIds;
import io.connections.application.access.port.ActorProvider;
import io.connections.application.connection.TestConnection;
import io.connections.application.connection.TestConnection.Command;
import io.connections.application.connection.TestConnection.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/connections/{id}/test")
@Tag(name = "Connections")
public class TestConnectionResource {
    private final ActorProvider actors;
    private final TestConnection testConnection;

    TestConnectionResource(ActorProvider actors, TestConnection testConnection) {
        this.actors = actors;
        this.testConnection = testConnection;
    }

    @POST
    @Operation(
            operationId = "testConnection",
            summary = "Test a connection, step by step",
            description = "What is not saved yet may stand in the body; nothing of it is kept.")
    public Uni<TestReportResponse> testConnection(
            @PathParam("id") String id, ConnectionRequests.@Nullable Test request) {
        ConnectionRequests.Test given =
                Objects.requireNonNullElse(request, ConnectionRequests.Test.NOTHING);
        return actors.current()
                .chain(
                        actor ->
                                testConnection.handle(
                                        new Command(
                                                new Subject.Saved(PathIds.connection(id)),
                                                given.unsaved(),
                                                actor)))
                .map(TestReportResponse::of);
    }
}
