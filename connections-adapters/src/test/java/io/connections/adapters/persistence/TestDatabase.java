package io.connections.adapters.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/// A database of its own for one test, migrated, on a real PostgreSQL. One server serves the whole
/// test JVM: embedded, or the one that `-Dconnections.test.database=jdbc:postgresql://…` names. The
/// migrations run once; each database after that is a copy.
public final class TestDatabase implements AutoCloseable {
    private final String name;
    private final String url;

    private TestDatabase(String name, String url) {
        this.name = name;
        this.url = url;
    }

    public static TestDatabase create() {
        return named(" template " + Migrated.NAME);
    }

    /// Without any table, for tests of the migrations themselves.
    public static TestDatabase createEmpty() {
        return named("");
    }

    private static TestDatabase named(String options) {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        execute(Server.URL, "create database " + name + options);
        return new TestDatabase(name, Server.URL.replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1"));
    }

    public void migrate() {
        migrateTo("latest");
    }

    /// As a version of the service left it.
    public void migrateTo(String version) {
        Flyway.configure()
                .dataSource(dataSource())
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    public String url() {
        return url;
    }

    public DataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        return dataSource;
    }

    @Override
    public void close() {
        execute(Server.URL, "drop database if exists " + name + " with (force)");
    }

    private static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static final class Migrated {
        static final String NAME = migrated();

        private static String migrated() {
            TestDatabase database = createEmpty();
            database.migrate();
            return database.name;
        }
    }

    private static final class Server {
        static final String URL = start();

        private static String start() {
            String given = System.getProperty("connections.test.database", "");
            if (!given.isEmpty()) {
                return given;
            }
            try {
                // Ends with the JVM: zonky registers a shutdown hook.
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start()
                        .getJdbcUrl("postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
