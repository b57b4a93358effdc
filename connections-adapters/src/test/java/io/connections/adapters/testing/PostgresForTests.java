package io.connections.adapters.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL for tests, started once per JVM, with an empty database for each who asks.
/// `CONNECTIONS_TEST_DATABASE_URL` (`postgresql://host:port`, user postgres) names a running server
/// to use instead.
public final class PostgresForTests implements QuarkusTestResourceLifecycleManager {
    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    @Override
    public Map<String, String> start() {
        return Map.of(
                "connections.database.url", newDatabase(),
                "connections.database.user", "postgres",
                "connections.database.password", "postgres");
    }

    /// An empty database: `postgresql://host:port/name`.
    public static synchronized String newDatabase() {
        String name = "test_" + ProcessHandle.current().pid() + "_" + COUNTER.incrementAndGet();
        String at = serverUrl();
        try (Connection connection =
                        java.sql.DriverManager.getConnection(
                                "jdbc:" + at + "/postgres", "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return at + "/" + name;
    }

    private static String serverUrl() {
        String given = System.getenv("CONNECTIONS_TEST_DATABASE_URL");
        if (given != null) {
            return given;
        }
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            EmbeddedPostgres started = server;
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(
                                    () -> {
                                        try {
                                            started.close();
                                        } catch (IOException e) {
                                            throw new UncheckedIOException(e);
                                        }
                                    }));
        }
        return "postgresql://localhost:" + server.getPort();
    }

    @Override
    public void stop() {
        // The server outlives one application: the next test profile gets a database of its own.
    }
}
