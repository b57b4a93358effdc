package io.connections.api.faults;

import io.connections.api.testing.Until;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A durable PostgreSQL of its own that can be stopped as an operator or an accident would, and
/// started again with the same data on the same port.
final class RestartablePostgres implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path data;
    private final EmbeddedPostgres server;

    enum Stop {
        /// Open transactions are rolled back, then it ends in order.
        FAST("-INT"),
        /// It ends at once; the next start recovers from the log.
        IMMEDIATE("-QUIT");

        private final String signal;

        Stop(String signal) {
            this.signal = signal;
        }
    }

    /// @param data where there is nothing yet, or what another left there that was stopped
    RestartablePostgres(Path data) {
        this.data = data;
        try {
            // With what a server in earnest has: what is committed stays committed.
            server =
                    EmbeddedPostgres.builder()
                            .setDataDirectory(data)
                            .setCleanDataDirectory(false)
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("full_page_writes", "on")
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop(Stop how) {
        try {
            long pid =
                    Long.parseLong(
                            Files.readAllLines(data.resolve("postmaster.pid")).getFirst().trim());
            int sent = new ProcessBuilder("kill", how.signal, Long.toString(pid)).start().waitFor();
            if (sent != 0) {
                throw new IllegalStateException("PostgreSQL did not hear " + how);
            }
            Until.holds(
                    () -> "PostgreSQL ends",
                    PATIENCE,
                    () -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// As it was started the first time; its own file says how.
    void startAgain() {
        try {
            String command = Files.readString(data.resolve("postmaster.opts")).trim();
            boolean root = "root".equals(System.getProperty("user.name"));
            List<String> words = new ArrayList<>(root ? List.of("unshare", "-U") : List.of());
            words.addAll(List.of("sh", "-c", "exec " + command));
            new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("again.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Until.holds(() -> "PostgreSQL starts again", PATIENCE, this::answers);
    }

    private boolean answers() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(5);
        } catch (SQLException _) {
            return false;
        }
    }

    String url(String database) {
        return "postgresql://localhost:%d/%s".formatted(server.getPort(), database);
    }

    void create(String database) {
        execute("postgres", "create database " + database);
    }

    /// Nobody may be connected to the database that is copied.
    void copy(String database, String copy) {
        execute("postgres", "create database %s template %s".formatted(copy, database));
    }

    void execute(String database, String sql) {
        try (Connection connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    List<String> texts(String database, String query, Object... parameters) {
        try (Connection connection = connect(database);
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<String> result = new ArrayList<>();
                while (rows.next()) {
                    result.add(rows.getString(1));
                }
                return result;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:" + url(database), "postgres", "postgres");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
