package io.connections.application.connection.version;

import io.connections.application.connection.ConnectionView;
import io.connections.application.connection.SaveConnection;
import io.connections.application.connection.TypedContent;
import io.connections.application.connection.port.ConnectionVersions;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.kernel.Version;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Goes back to what stood before, as a save of its own: nothing of what came between is lost. What
/// no longer exists, such as a property that was deleted since, is said as a problem of the
/// connection.
@Singleton
public final class RestoreVersion {
    /// @param from the newest version that its author knew
    public record Command(ConnectionId connection, Version version, Version from, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final ConnectionVersions versions;
    private final SaveConnection save;

    RestoreVersion(UnitOfWork unitOfWork, ConnectionVersions versions, SaveConnection save) {
        this.unitOfWork = unitOfWork;
        this.versions = versions;
        this.save = save;
    }

    /// Two units of work: a saved version never changes, so nothing can come between that matters.
    /// Fails with [io.connections.domain.connection.EditingReserved].
    public Uni<ConnectionView> handle(Command command) {
        return unitOfWork
                .run(
                        () -> {
                            command.actor().require(Permission.CONNECTIONS_WRITE);
                            return versions.get(command.connection(), command.version());
                        })
                .chain(
                        wanted ->
                                save.handle(
                                        new SaveConnection.Command(
                                                command.connection(),
                                                command.from(),
                                                TypedContent.of(wanted.content()),
                                                command.actor(),
                                                Optional.of(command.version()))));
    }
}
