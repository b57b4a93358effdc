package io.connections.application.connection;

import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.consent.ObjectiveNotFound;
import io.connections.application.consent.port.ObjectiveRepository;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.ObjectiveId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Links a connection to an objective, or takes the link away: a new version of the connection, as
/// if it had been saved so. What is so already stays as it is.
@Singleton
public final class LinkObjective {
    /// @param linked whether it is to be linked
    public record Command(ConnectionId id, String objective, boolean linked, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final ConnectionRepository connections;
    private final ObjectiveRepository objectives;
    private final SaveConnection saveConnection;

    LinkObjective(
            UnitOfWork unitOfWork,
            ConnectionRepository connections,
            ObjectiveRepository objectives,
            SaveConnection saveConnection) {
        this.unitOfWork = unitOfWork;
        this.connections = connections;
        this.objectives = objectives;
        this.saveConnection = saveConnection;
    }

    /// Fails with [ObjectiveNotFound], [ConnectionNotFound] and
    /// [io.connections.domain.connection.EditingReserved].
    public Uni<Void> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.CONNECTIONS_WRITE);
                    return objective(command.objective())
                            .chain(
                                    objective ->
                                            connections
                                                    .getToChange(command.id())
                                                    .chain(
                                                            current ->
                                                                    link(
                                                                            current, objective,
                                                                            command)));
                });
    }

    private Uni<ObjectiveId> objective(String text) {
        Optional<ObjectiveId> id = ObjectiveId.of(text);
        return objectives
                .hold(id.stream().toList())
                .map(there -> id.filter(there::contains))
                .map(found -> found.orElseThrow(() -> new ObjectiveNotFound(text)));
    }

    private Uni<Void> link(Connection current, ObjectiveId objective, Command command) {
        current.editRights().require(command.actor());
        if (current.objectives().contains(objective) == command.linked()) {
            return Uni.createFrom().voidItem();
        }
        List<ObjectiveId> linked = new ArrayList<>(current.objectives());
        if (command.linked()) {
            linked.add(objective);
        } else {
            linked.remove(objective);
        }
        TypedContent wanted = TypedContent.of(current.content().withObjectives(linked));
        return saveConnection
                .save(
                        current,
                        new SaveConnection.Command(
                                command.id(), current.version(), wanted, command.actor()))
                .replaceWithVoid();
    }
}
