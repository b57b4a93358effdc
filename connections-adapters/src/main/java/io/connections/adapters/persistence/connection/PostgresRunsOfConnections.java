package io.connections.adapters.persistence.connection;

import io.connections.application.connection.port.RunsOfConnections;
import io.connections.domain.connection.ConnectionId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

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
