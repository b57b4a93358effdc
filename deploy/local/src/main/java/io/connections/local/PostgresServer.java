package io.connections.local;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL from its embedded binaries, durable, with data in the data folder.
///
/// The binaries' own Java launcher is for tests: it switches syncing off and ends the server in a
/// hook of its own, while the service still writes. So the server is started here.
final class PostgresServer {
    static final String NAME = "postgres";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Map<String, String> PLAIN = Map.of("LC_ALL", "C", "TZ", "UTC");
    private static final long MEBIBYTE = 1024L * 1024;

    private final int port;
    private final String password;

    private PostgresServer(int port, String password) {
        this.port = port;
        this.password = password;
    }

    static PostgresServer start(DataFolder data, Cache cache, int port, Secrets secrets)
            throws IOException, InterruptedException {
        var programs = unpacked(cache);
        var folder = data.resolve("postgres");
        var user = ServerUser.here();
        var password = secrets.of("postgres");
        if (!Files.exists(folder.resolve("PG_VERSION"))) {
            initialise(programs, folder, user, password, data);
        }
        user.give(folder);
        var command = new ArrayList<>(user.prefix());
        command.add(programs.resolve("bin/postgres").toString());
        command.addAll(List.of("-D", folder.toString(), "-p", Integer.toString(port)));
        settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        var child = data.children().start(NAME, command, PLAIN, user.workingFolder(data.path()));
        var server = new PostgresServer(port, password);
        child.awaitReady(server::answers, PATIENCE);
        return server;
    }

    /// The address without a scheme's prefix of a driver: `postgresql://…`.
    String url(String database) {
        return "postgresql://localhost:%d/%s".formatted(port, database);
    }

    /// Makes a database with an owner of its own, unless it is there.
    void create(String database, String ownersPassword) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", database)) {
                statement.execute("create role " + database + " login");
            }
            statement.execute("alter role %s password '%s'".formatted(database, ownersPassword));
            if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
                statement.execute("create database %1$s owner %1$s".formatted(database));
            }
        }
    }

    private static boolean exists(Connection connection, String query, String name)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private boolean answers() {
        try (var connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException _) {
            return false;
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:" + url("postgres"), "postgres", password);
    }

    // A quarter of the memory at most for its cache, and never more than a gibibyte: the page,
    // the identity provider and a browser live on the same machine. Checkpoints far apart,
    // because a run writes as fast as the disk takes it.
    private static Map<String, String> settings() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var memory = system.getTotalMemorySize() / MEBIBYTE;
        var buffers = Math.clamp(memory / 8, 128, 1024);
        return Map.ofEntries(
                Map.entry("listen_addresses", "localhost"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("full_page_writes", "on"),
                Map.entry("shared_buffers", buffers + "MB"),
                Map.entry("effective_cache_size", buffers * 3 + "MB"),
                Map.entry("maintenance_work_mem", "256MB"),
                Map.entry("work_mem", "32MB"),
                Map.entry("max_wal_size", "4GB"),
                Map.entry("checkpoint_timeout", "15min"),
                Map.entry("random_page_cost", "1.1"),
                Map.entry("jit", "off"),
                Map.entry("timezone", "UTC"));
    }

    private static void initialise(
            Path programs, Path folder, ServerUser user, String password, DataFolder data)
            throws IOException, InterruptedException {
        DataFolder.delete(folder);
        Files.createDirectories(folder);
        user.give(folder);
        var passwordFile = Files.createTempFile("connections", ".txt");
        try {
            Files.writeString(passwordFile, password);
            user.give(passwordFile);
            var command = new ArrayList<>(user.prefix());
            command.add(programs.resolve("bin/initdb").toString());
            command.addAll(List.of("-D", folder.toString(), "-U", "postgres"));
            command.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + passwordFile));
            command.addAll(List.of("--encoding=UTF8", "--locale=C"));
            command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
            var initdb =
                    data.children()
                            .start("initdb", command, PLAIN, user.workingFolder(data.path()));
            initdb.awaitSuccess(PATIENCE);
            data.children().stop(initdb);
        } finally {
            Files.delete(passwordFile);
        }
    }

    private static Path unpacked(Cache cache) throws IOException, InterruptedException {
        return cache.alone(() -> unpackedInto(cache.resolve("postgres-" + version())));
    }

    private static Path unpackedInto(Path target) throws IOException {
        var resource = "/postgres-%s-%s.txz".formatted(system(), processor());
        try (var archive = PostgresServer.class.getResourceAsStream(resource)) {
            if (archive == null) {
                throw new CannotStart(
                        "There is no PostgreSQL here for %s on %s."
                                .formatted(
                                        System.getProperty("os.name"),
                                        System.getProperty("os.arch")),
                        "Linux and macOS on x86-64 and arm64 are what it is delivered for.");
            }
            if (!Files.isExecutable(target.resolve("bin/postgres"))) {
                Archives.unpack(new XZInputStream(archive), target, 0);
            }
            return target;
        }
    }

    private static String version() {
        return System.getProperty("connections.postgres.version", "bundled");
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")
                ? "darwin"
                : "linux";
    }

    private static String processor() {
        return switch (System.getProperty("os.arch")) {
            case "aarch64" -> "arm_64";
            default -> "x86_64";
        };
    }
}
