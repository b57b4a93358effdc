package io.connections.api.faults;

import static java.util.concurrent.CompletableFuture.supplyAsync;

import io.connections.adapters.connector.sftp.SftpTestServer;
import io.connections.api.testing.IdentityProviderForTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// What every attempt of every class begins from, made once: a database of customers from before,
/// and what the undisturbed twin makes of it.
final class Prepared {
    private final Path folder;
    private final Common common;
    private final CompletableFuture<Outcome> twin;

    /// The same for all attempts.
    ///
    /// @param settings of their services, but for the database
    /// @param hostKey of their SFTP servers
    record Common(Map<String, String> settings, KeyPair hostKey) {
        Common {
            settings = Map.copyOf(settings);
        }
    }

    private static final class Once {
        static final Prepared PREPARED = new Prepared();
    }

    /// Whoever comes first makes it, the others wait.
    static Prepared once() {
        return Once.PREPARED;
    }

    private Prepared() {
        try {
            folder = Files.createTempDirectory("connections-faults");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(folder)));
            Map<String, String> settings = new HashMap<>(new IdentityProviderForTests().start());
            settings.putAll(settingsIn(folder));
            common = new Common(settings, SftpTestServer.newKey("RSA", 2048));
            CompletableFuture<Void> taught = MainJob.prepare(first(), common);
            twin = supplyAsync(this::undisturbed);
            taught.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> settingsIn(Path folder) {
        return Map.ofEntries(
                Map.entry("connections.port", "0"),
                Map.entry("quarkus.http.host", "127.0.0.1"),
                Map.entry("connections.database.user", "postgres"),
                Map.entry("connections.database.password", "postgres"),
                Map.entry("connections.secrets.keyset", folder + "/keyset.json"),
                Map.entry("connections.secrets.create-missing-keyset", "true"),
                Map.entry("connections.network.allow", "127.0.0.0/8"),
                Map.entry("connections.worker.poll", "100ms"),
                Map.entry("connections.worker.heartbeat", "500ms"),
                Map.entry("connections.run.lanes", "2"),
                Map.entry("connections.run.chunk-size", "200"),
                Map.entry("connections.run.source-pause", "200ms"),
                Map.entry("connections.run.database-patience", "90s"));
    }

    private Outcome undisturbed() {
        try (MainJob job = job("twin")) {
            return job.undisturbed();
        }
    }

    /// A main job with a database, files and an SFTP server of its own.
    ///
    /// @param name of the folder for what its services say
    MainJob job(String name) {
        Path place = folder.resolve(name);
        Folders.copy(first(), place);
        return MainJob.next(place, common, name);
    }

    /// What every attempt has to end as.
    Outcome twin() {
        return twin.join();
    }

    private Path first() {
        return folder.resolve("first");
    }
}
