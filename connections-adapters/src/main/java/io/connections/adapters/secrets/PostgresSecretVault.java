package io.connections.adapters.secrets;

import io.connections.application.connection.port.SecretVault;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.kernel.Secret;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

@Singleton
final class PostgresSecretVault implements SecretVault {
    private final SecretCipher cipher;

    PostgresSecretVault(SecretCipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public Uni<Void> put(ConnectionId connection, String field, Secret secret, Stamp by) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                insert into secret (connection_id, field, ciphertext, set_at, set_by)
                                                values (?1, ?2, ?3, ?4, ?5)
                                                on conflict (connection_id, field) do update set
                                                ciphertext = excluded.ciphertext,
                                                set_at = excluded.set_at, set_by = excluded.set_by
                                                """)
                                        .setParameter(1, connection.value())
                                        .setParameter(2, field)
                                        .setParameter(3, cipher.encrypt(connection, field, secret))
                                        .setParameter(4, by.at())
                                        .setParameter(5, by.by())
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> remove(ConnectionId connection, String field) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                delete from secret where connection_id = ?1 and field = ?2
                                                """)
                                        .setParameter(1, connection.value())
                                        .setParameter(2, field)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Map<ConnectionId, Map<String, Stamp>>> stamps(Collection<ConnectionId> connections) {
        Map<ConnectionId, Map<String, Stamp>> stamps = new HashMap<>();
        connections.forEach(connection -> stamps.put(connection, new HashMap<>()));
        if (connections.isEmpty()) {
            return Uni.createFrom().item(stamps);
        }
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select connection_id, field, set_at, set_by from secret
                                                where connection_id in (:ids)
                                                """,
                                                Object[].class)
                                        .setParameter(
                                                "ids",
                                                connections.stream()
                                                        .map(ConnectionId::value)
                                                        .toList())
                                        .getResultList())
                .map(
                        rows -> {
                            for (Object[] row : rows) {
                                stamps.getOrDefault(
                                                new ConnectionId((UUID) row[0]), new HashMap<>())
                                        .put(
                                                (String) row[1],
                                                new Stamp(
                                                        (String) row[3],
                                                        ((OffsetDateTime) row[2]).toInstant()));
                            }
                            return stamps;
                        });
    }

    @Override
    public Uni<Map<String, Secret>> reveal(ConnectionId connection) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select field, ciphertext from secret where connection_id = ?1
                                                """,
                                                Object[].class)
                                        .setParameter(1, connection.value())
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        row -> (String) row[0],
                                                        row ->
                                                                cipher.decrypt(
                                                                        connection,
                                                                        (String) row[0],
                                                                        (byte[]) row[1]))));
    }
}
