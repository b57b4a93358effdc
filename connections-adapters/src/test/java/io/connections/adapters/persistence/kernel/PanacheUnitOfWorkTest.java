package io.connections.adapters.persistence.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.application.kernel.port.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PanacheUnitOfWorkTest {
    private static final long GATE = 719_413;

    @Inject UnitOfWork unitOfWork;
    @Inject DataSource dataSource;

    @Test
    @Tag("M13")
    void whatWasBegunIsDoneToItsEndAlsoWhenTheCallerHangsUp() throws SQLException {
        String actor = "caller " + UUID.randomUUID();
        try (Connection gate = dataSource.getConnection()) {
            execute(gate, "select pg_advisory_lock(" + GATE + ")");
            Cancellable caller =
                    Awaiting.on(
                            () ->
                                    Uni.createFrom()
                                            .item(
                                                    () ->
                                                            unitOfWork
                                                                    .run(() -> work(actor))
                                                                    .subscribe()
                                                                    .with(_ -> {})));
            awaitSomebodyAt(gate);

            caller.cancel();
            execute(gate, "select pg_advisory_unlock(" + GATE + ")");
            // Behind the work in the queue: it has ended once this goes on.
            execute(gate, "select pg_advisory_lock(" + GATE + ")");
            execute(gate, "select pg_advisory_unlock(" + GATE + ")");

            assertThat(count(gate, "idempotency_key where actor = '" + actor + "'")).isEqualTo(1);
        }
    }

    @Test
    @Tag("M13")
    void oneThatTheServerEndedForAnotherIsDoneAgainFromItsBeginning() throws SQLException {
        String actor = "caller " + UUID.randomUUID();
        AtomicInteger attempts = new AtomicInteger();

        Awaiting.on(
                () ->
                        unitOfWork.run(
                                () ->
                                        noted(actor)
                                                .chain(
                                                        () ->
                                                                attempts.incrementAndGet() < 3
                                                                        ? ended("40P01")
                                                                        : noted(actor))));

        assertThat(attempts).hasValue(3);
        try (Connection connection = dataSource.getConnection()) {
            assertThat(count(connection, "last_used where user_id = '" + actor + "'")).isEqualTo(2);
        }
    }

    @Test
    @Tag("M13")
    void whatIsRefusedForAnotherReasonIsNotDoneAgain() {
        AtomicInteger attempts = new AtomicInteger();

        assertThatThrownBy(
                        () ->
                                Awaiting.on(
                                        () ->
                                                unitOfWork.run(
                                                        () -> {
                                                            attempts.incrementAndGet();
                                                            return ended("23505");
                                                        })))
                .isNotNull();

        assertThat(attempts).hasValue(1);
    }

    private static Uni<Void> noted(String actor) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "insert into last_used (user_id, kind, object_id, used_at)"
                                                        + " values (?1, 'LABEL', cast(gen_random_uuid() as text), now())")
                                        .setParameter(1, actor)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /// As the server ends a transaction.
    private static Uni<Void> ended(String sqlState) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "do $$ begin raise exception 'ended' using errcode = '%s'; end $$"
                                                        .formatted(sqlState))
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /// Stands at the gate in the middle of its transaction.
    private static Uni<Integer> work(String actor) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "select cast(pg_advisory_xact_lock(%d) as text)"
                                                        .formatted(GATE))
                                        .getSingleResult()
                                        .chain(
                                                () ->
                                                        session.createNativeQuery(
                                                                        """
                                                                        insert into idempotency_key (actor, key, request)
                                                                        values (?1, 'k', 'r')
                                                                        """)
                                                                .setParameter(1, actor)
                                                                .executeUpdate()));
    }

    private static void awaitSomebodyAt(Connection gate) throws SQLException {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (count(gate, "pg_locks where locktype = 'advisory' and not granted") == 0) {
            assertThat(Instant.now()).isBefore(end);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(Connection connection, String from) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
