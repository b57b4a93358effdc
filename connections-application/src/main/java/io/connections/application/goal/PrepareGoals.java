package io.connections.application.goal;

import io.connections.application.catalog.ConnectionTypeNotFound;
import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.application.kernel.port.Ids;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.PropertyRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.catalog.PreparedGoal;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.ImportGoal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// The goals that a new connection of a type starts with, as far as the profile properties go that
/// there are. Makes nothing: neither a connection nor a property.
@Singleton
public final class PrepareGoals {
    public record Query(ConnectionTypeId type, Actor actor) {}

    /// @param from with all its columns, also those whose property has yet to be made
    public record Prepared(ImportGoal goal, PreparedGoal from) {}

    private final UnitOfWork unitOfWork;
    private final ConnectionTypes types;
    private final PropertyRepository properties;
    private final Ids ids;

    PrepareGoals(
            UnitOfWork unitOfWork, ConnectionTypes types, PropertyRepository properties, Ids ids) {
        this.unitOfWork = unitOfWork;
        this.types = types;
        this.properties = properties;
        this.ids = ids;
    }

    public Uni<List<Prepared>> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.CONNECTIONS_READ);
                    ConnectionType type =
                            types.find(query.type())
                                    .orElseThrow(() -> new ConnectionTypeNotFound(query.type()));
                    return properties
                            .list()
                            .map(
                                    known ->
                                            type.goals().stream()
                                                    .map(
                                                            from ->
                                                                    new Prepared(
                                                                            from.goal(
                                                                                    new GoalId(
                                                                                            ids
                                                                                                    .next()),
                                                                                    known),
                                                                            from))
                                                    .toList());
                });
    }
}
