package io.connections.adapters.persistence.connection;

import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.connection.port.RunsOfConnections;
import io.connections.domain.connection.ConnectionId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@Singleton
final class PostgresRunsOfConnections implements RunsOfConnections {
    @Override
    public Uni<Boolean> isRunning(ConnectionId connection) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select exists (select from run
                                                where connection_id = ?1 and state in ('QUEUED', 'RUNNING'))
                                                """,
                                                Boolean.class)
                                        .setParameter(1, connection.value())
                                        .getSingleResult());
    }

    @Override
    public Uni<Set<ConnectionId>> running(Collection<ConnectionId> connections) {
        return Sql.select(
                        "select connection_id from run where state in ('QUEUED', 'RUNNING')"
                                + " and connection_id"
                                + Sql.IN_IDS,
                        Sql.ids(connections))
                .map(
                        found ->
                                found.stream()
                                        .map(row -> UUID.fromString(row.getString("connection_id")))
                                        .map(ConnectionId::new)
                                        .collect(Collectors.toSet()));
    }

    @Override
    public Uni<Void> stopAll(Collection<ConnectionId> connections) {
        return Sql.change(
                        "update run set stop_requested = true where state in ('QUEUED', 'RUNNING')"
                                + " and connection_id"
                                + Sql.IN_IDS,
                        Sql.ids(connections))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> stop(ConnectionId connection) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                update run set stop_requested = true
                                                where connection_id = ?1 and state in ('QUEUED', 'RUNNING')
                                                """)
                                        .setParameter(1, connection.value())
                                        .executeUpdate())
                .replaceWithVoid();
    }
}
