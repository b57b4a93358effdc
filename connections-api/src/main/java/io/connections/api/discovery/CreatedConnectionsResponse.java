package io.connections.api.discovery;

import io.connections.api.connection.ConnectionResponse;
import io.connections.application.connection.ConnectionView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// @param items in the order in which they were chosen; what is left to do for each stands in its
///     `problems`
@Schema(name = "CreatedConnections")
public record CreatedConnectionsResponse(List<ConnectionResponse> items) {
    static CreatedConnectionsResponse of(List<ConnectionView> views) {
        return new CreatedConnectionsResponse(views.stream().map(ConnectionResponse::of).toList());
    }
}
