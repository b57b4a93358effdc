package io.connections.application.connection.port;

import io.connections.application.connection.ConnectionNotFound;
import io.connections.domain.catalog.ConnectionType.Direction;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.connection.EditRights;
import io.connections.domain.kernel.Version;
import io.connections.domain.kernel.Violation;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Connections and every version that was ever saved of them. Called inside a
/// [io.connections.application.kernel.port.UnitOfWork].
public interface ConnectionRepository {
    Uni<Optional<Connection>> find(ConnectionId id);

    /// Fails with [ConnectionNotFound] where [#find] finds nothing.
    default Uni<Connection> get(ConnectionId id) {
        return find(id).map(found -> found.orElseThrow(() -> new ConnectionNotFound(id)));
    }

    /// As [#get], for whoever is about to change it: nobody else changes it, or whom it is reserved
    /// for, until the unit of work ends.
    default Uni<Connection> getToChange(ConnectionId id) {
        return hold(List.of(id)).chain(() -> get(id));
    }

    /// Of these types, those that are switched on, in the order of their ids.
    Uni<List<Connection>> switchedOn(Collection<ConnectionTypeId> types);

    Uni<Void> add(Connection connection);

    /// Keeps a new version. `false`, and nothing written, when `from` is no longer the newest.
    Uni<Boolean> save(Connection connection, Version from);

    /// Acts at once and makes no version. `false` when the connection is gone.
    Uni<Boolean> turn(ConnectionId id, boolean on);

    /// With its versions and secrets; its runs stay.
    Uni<Void> delete(ConnectionId id);

    /// Each as [#turn] does. Answers those that were not so before.
    Uni<Set<ConnectionId>> turnAll(Collection<ConnectionId> ids, boolean on);

    /// Keeps everybody else from changing, starting or deleting these until the unit of work ends.
    /// Answers what stands of those that are there.
    Uni<Map<ConnectionId, Held>> hold(Collection<ConnectionId> ids);

    /// Each as [#delete] does.
    Uni<Void> deleteAll(Collection<ConnectionId> ids);

    /// Keeps what was found out about connections, for whoever looks over them all. One that is
    /// gone is passed over.
    Uni<Void> judge(Collection<Judgement> judgements);

    /// Some of those whose judgement may no longer be true, because they, their secrets, a property
    /// or their type have changed since. Nobody else gets the same ones while the unit of work
    /// lasts.
    Uni<List<Connection>> unjudged(int limit);

    /// From now on every judgement counts as made long ago.
    Uni<Void> doubtAll();

    /// What whoever changes many has to know of each.
    record Held(String name, EditRights editRights) {}

    /// What only the product's own rules and the type's file can say of a connection.
    ///
    /// @param problem the first thing that keeps it from running; absent: it is complete
    record Judgement(
            ConnectionId connection,
            Optional<Violation> problem,
            String typeName,
            Direction direction) {
        public boolean complete() {
            return problem.isEmpty();
        }
    }
}
