package io.connections.application.run.request.port;

import io.connections.application.run.request.SourceFile;
import io.connections.domain.connection.Connection;
import io.connections.domain.goal.ImportGoal;
import io.smallrye.mutiny.Uni;
import java.util.List;

/// Looks into the other system. It takes as long as that system does, so it is called outside a
/// unit of work.
public interface SourceListing {
    /// The files that a run of the goal would read now, in their order. Fails when the other system
    /// cannot be asked.
    Uni<List<SourceFile>> toRead(Connection connection, ImportGoal goal);
}
