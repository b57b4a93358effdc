package io.connections.adapters.secrets;

import io.connections.adapters.persistence.connection.GoalDocuments;
import io.connections.application.connection.port.SecretVault;
import io.connections.domain.catalog.Target;
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
    private final GoalDocuments documents;

    PostgresSecretVault(SecretCipher cipher, GoalDocuments documents) {
        this.cipher = cipher;
        this.documents = documents;
    }

    @Override
    public Uni<Void> put(
            ConnectionId connection, String field, Secret secret, Target target, Stamp by) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                insert into secret (connection_id, field, ciphertext, set_at, set_by, target)
                                                values (?1, ?2, ?3, ?4, ?5, cast(cast(?6 as text) as jsonb))
                                                on conflict (connection_id, field) do update set
                                                ciphertext = excluded.ciphertext,
                                                set_at = excluded.set_at, set_by = excluded.set_by,
                                                target = excluded.target
                                                """)
                                        .setParameter(1, connection.value())
                                        .setParameter(2, field)
                                        .setParameter(3, cipher.encrypt(connection, field, secret))
                                        .setParameter(4, by.at())
                                        .setParameter(5, by.by())
                                        .setParameter(6, documents.setup(target.values()))
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
    public Uni<Map<ConnectionId, Map<String, Kept>>> kept(Collection<ConnectionId> connections) {
        Map<ConnectionId, Map<String, Kept>> all = new HashMap<>();
        connections.forEach(connection -> all.put(connection, new HashMap<>()));
        if (connections.isEmpty()) {
            return Uni.createFrom().item(all);
        }
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select connection_id, field, set_at, set_by, cast(target as text) from secret
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
                                all.getOrDefault(new ConnectionId((UUID) row[0]), new HashMap<>())
                                        .put(
                                                (String) row[1],
                                                new Kept(
                                                        new Stamp(
                                                                (String) row[3],
                                                                ((OffsetDateTime) row[2])
                                                                        .toInstant()),
                                                        target((String) row[4])));
                            }
                            return all;
                        });
    }

    @Override
    public Uni<Void> narrow(ConnectionId connection, Target from, Target to) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                update secret set target = cast(cast(?3 as text) as jsonb)
                                                where connection_id = ?1
                                                and target = cast(cast(?2 as text) as jsonb)
                                                """)
                                        .setParameter(1, connection.value())
                                        .setParameter(2, documents.setup(from.values()))
                                        .setParameter(3, documents.setup(to.values()))
                                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Map<String, Secret>> reveal(ConnectionId connection, Target target) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select field, ciphertext, cast(target as text)
                                                from secret where connection_id = ?1
                                                """,
                                                Object[].class)
                                        .setParameter(1, connection.value())
                                        .getResultList())
                .map(
                        rows ->
                                rows.stream()
                                        .filter(row -> target((String) row[2]).serves(target))
                                        .collect(
                                                Collectors.toMap(
                                                        row -> (String) row[0],
                                                        row ->
                                                                cipher.decrypt(
                                                                        connection,
                                                                        (String) row[0],
                                                                        (byte[]) row[1]))));
    }

    private Target target(String document) {
        return new Target(documents.setup(document));
    }
}
