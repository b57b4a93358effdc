package io.connections.adapters.persistence.kernel;

import io.connections.application.kernel.IdempotencyKeyReused;
import io.connections.application.kernel.port.IdempotencyKeys;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Supplier;

@Singleton
final class PostgresIdempotencyKeys implements IdempotencyKeys {
    @Override
    public Uni<UUID> once(Key key, Supplier<Uni<UUID>> work) {
        return Panache.getSession()
                .chain(
                        session ->
                                // Waits for a transaction that holds the same key, then finds its
                                // row.
                                session.createNativeQuery(
                                                """
                                                insert into idempotency_key (actor, key, request)
                                                values (?1, ?2, ?3) on conflict do nothing
                                                """)
                                        .setParameter(1, key.actor())
                                        .setParameter(2, key.text())
                                        .setParameter(3, key.request())
                                        .executeUpdate())
                .chain(inserted -> inserted == 1 ? firstTime(key, work) : again(key));
    }

    private static Uni<UUID> firstTime(Key key, Supplier<Uni<UUID>> work) {
        return work.get()
                .call(
                        id ->
                                Panache.getSession()
                                        .chain(
                                                session ->
                                                        session.createNativeQuery(
                                                                        """
                                                                        update idempotency_key set result = ?3
                                                                        where actor = ?1 and key = ?2
                                                                        """)
                                                                .setParameter(1, key.actor())
                                                                .setParameter(2, key.text())
                                                                .setParameter(3, id)
                                                                .executeUpdate()));
    }

    private static Uni<UUID> again(Key key) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                """
                                                select request, result from idempotency_key
                                                where actor = ?1 and key = ?2
                                                """,
                                                Object[].class)
                                        .setParameter(1, key.actor())
                                        .setParameter(2, key.text())
                                        .getSingleResult())
                .map(
                        row -> {
                            if (!key.request().equals(row[0])) {
                                throw new IdempotencyKeyReused();
                            }
                            return (UUID) row[1];
                        });
    }

    @Scheduled(every = "1h", identity = "idempotency-keys-clean-up")
    Uni<Void> forgetOldKeys() {
        return Panache.withTransaction(
                () ->
                        Panache.getSession()
                                .chain(
                                        session ->
                                                session.createNativeQuery(
                                                                "delete from idempotency_key where"
                                                                        + " created_at < now() -"
                                                                        + " interval '2 days'")
                                                        .executeUpdate())
                                .replaceWithVoid());
    }
}
