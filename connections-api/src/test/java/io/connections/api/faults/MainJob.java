package io.connections.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.adapters.connector.sftp.SftpTestServer;
import io.connections.adapters.run.CustomerImport;
import io.connections.adapters.run.Customers;
import io.connections.adapters.run.Customers.Shape;
import io.connections.api.testing.ServiceProcess;
import io.connections.api.testing.Until;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// What every fault is tried on: customers from before, and then two dirty files over SFTP that
/// change some, add others, repeat customers within a file and across both, and add up points, so
/// that a record applied twice or not at all shows. Each attempt has a database and files of its
/// own, as they were.
final class MainJob implements AutoCloseable {
    static final int LINES = 14_000;
    private static final String BASE = "base";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final RestartablePostgres database;
    private final Prepared.Common common;
    private final Path place;
    private final Path folder;
    private final String logs;
    private final SftpTestServer sftp;
    private int starts;

    /// @param place for its files, where a prepared database may be already
    /// @param logs the folder for what its services say
    private MainJob(Path place, Prepared.Common common, String logs) {
        this.place = place;
        try {
            this.folder = Files.createDirectories(place.resolve("in"));
            this.database = new RestartablePostgres(place.resolve("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.common = common;
        this.logs = logs;
        this.sftp = SftpTestServer.serving(place).showing(common.hostKey());
    }

    /// Leaves in the place what others go on from.
    ///
    /// @return when services start as fast as they can
    static CompletableFuture<Void> prepare(Path place, Prepared.Common common) {
        MainJob job = new MainJob(place, common, BASE);
        job.database.create(BASE);
        CompletableFuture<Void> taught = job.prepare();
        job.stop();
        return taught;
    }

    /// Goes on from what was prepared, with servers of its own.
    ///
    /// @param place with a copy of that
    static MainJob next(Path place, Prepared.Common common, String logs) {
        MainJob job = new MainJob(place, common, logs);
        job.database.execute(
                BASE,
                """
                update connection set setup = jsonb_set(setup, '{port}', to_jsonb('%1$d'::text));
                update connection_version
                set document = jsonb_set(document, '{setup,port}', to_jsonb('%1$d'::text));
                update secret set target = jsonb_set(target, '{port}', to_jsonb('%1$d'::text));
                """
                        .formatted(job.sftp.port()));
        return job;
    }

    RestartablePostgres database() {
        return database;
    }

    SftpTestServer sftp() {
        return sftp;
    }

    private CompletableFuture<Void> prepare() {
        try (ServiceProcess service =
                ServiceProcess.smallThatTeaches(saidIn(BASE), settings(BASE))) {
            properties(service);
            String connection = connection(service);
            write("old.csv", 4000, 1, Shape.PLAIN);
            String run = start(service, connection);
            awaitEnd(BASE, run);
            assertThat(state(BASE, run)).as(service.said()).isEqualTo("FINISHED");
            return service.end();
        }
    }

    private void write(String name, int rows, long seed, Shape shape) {
        Customers.write(folder.resolve(name), rows, seed, shape);
    }

    private static void properties(ServiceProcess service) {
        for (String field : CustomerImport.FIELDS) {
            String type =
                    switch (field) {
                        case "email" -> "EMAIL";
                        case "birthday" -> "DATE";
                        case "points" -> "NUMBER";
                        case "newsletter" -> "BOOLEAN";
                        default -> "TEXT";
                    };
            Response made =
                    service.asMarketer()
                            .body(
                                    """
                                    {"id":"%1$s","name":"%1$s","type":"%2$s","identifier":%3$s,
                                     "pii":true}
                                    """
                                            .formatted(field, type, field.equals("customer_id")))
                            .post("/api/v1/profile-properties");
            assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        }
    }

    private String connection(ServiceProcess service) {
        String mapping =
                String.join(",", CustomerImport.FIELDS.stream().map(MainJob::row).toList());
        Response made =
                service.asMarketer()
                        .body(
                                """
                                {"typeId":"sftp","name":"Shop","description":"",
                                 "setup":{"host":"127.0.0.1","port":%d,"user":"shop",
                                  "signIn":"PASSWORD","hostKey":"%s"},
                                 "goals":[{"kind":"IMPORT_PROFILES","id":"%s","name":"Customers",
                                  "enabled":true,
                                  "source":{"kind":"FILES","folder":"in","namePattern":"*.csv",
                                   "pick":"ALL_BY_NAME","compression":"AUTO",
                                   "afterImport":{"kind":"MARK_DONE"}},
                                  "matching":{"anyOf":[["customer_id"]]},"createWhenNoMatch":true,
                                  "mapping":[%s]}]}
                                """
                                        .formatted(
                                                sftp.port(),
                                                sftp.hostKeyFingerprint(),
                                                UUID.randomUUID(),
                                                mapping))
                        .post("/api/v1/connections");
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        String id = made.jsonPath().getString("id");
        service.asMarketer()
                .body("{\"value\":\"spring-rain\"}")
                .put("/api/v1/connections/" + id + "/secrets/password");
        service.asMarketer().body("{\"on\":true}").put("/api/v1/connections/" + id + "/on");
        return id;
    }

    private static String row(String field) {
        return """
               {"field":"%1$s","processors":[],"property":"%1$s","strategy":"%2$s",
                "restriction":"ALL_PROFILES","onBadValue":"REJECT_RECORD"}
               """
                .formatted(field, field.equals("points") ? "SUM" : "SET");
    }

    /// A copy of the prepared database, and the files as if they had just arrived.
    String newAttempt(String name) {
        database.copy(BASE, name);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write("a.csv", 9_000, 2, new Shape(50, 100, 10));
        write("b.csv", 5_000, 3, new Shape(70, 90, 0));
        sftp.mend();
        return name;
    }

    /// What an attempt that nothing disturbs leaves behind.
    Outcome undisturbed() {
        String attempt = newAttempt("twin");
        try (ServiceProcess service = service(attempt, Map.of())) {
            String run = run(service, attempt);
            awaitEnd(attempt, run);
            return outcome(service, attempt, run);
        }
    }

    ServiceProcess service(String attempt, Map<String, String> more) {
        Map<String, String> all = settings(attempt);
        all.putAll(more);
        return ServiceProcess.small(saidIn(attempt), all);
    }

    private Map<String, String> settings(String attempt) {
        Map<String, String> all = new HashMap<>(common.settings());
        all.put("connections.database.url", database.url(attempt));
        return all;
    }

    private String saidIn(String attempt) {
        return "faults/%s/%s-%d".formatted(logs, attempt, ++starts);
    }

    /// Presses *Run now*.
    String run(ServiceProcess service, String attempt) {
        return start(service, database.texts(attempt, "select id from connection").getFirst());
    }

    private static String start(ServiceProcess service, String connection) {
        Response run =
                service.asMarketer()
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .body("{}")
                        .post("/api/v1/connections/" + connection + "/runs");
        assertThat(run.statusCode()).as(run.asString()).isEqualTo(202);
        return run.jsonPath().getString("id");
    }

    void awaitRecords(String attempt, String run, long records) {
        Until.holds(
                () -> "%d records are committed, but %d".formatted(records, read(attempt, run)),
                PATIENCE,
                () -> read(attempt, run) >= records);
    }

    long read(String attempt, String run) {
        return Long.parseLong(
                database.texts(
                                attempt,
                                "select coalesce(sum(read), 0) from run_lane where run_id = ?::uuid",
                                run)
                        .getFirst());
    }

    void awaitLog(String attempt, String run, String words) {
        Until.holds(
                () -> "the run says \"%s\": %s".formatted(words, log(attempt, run)),
                PATIENCE,
                () -> log(attempt, run).stream().anyMatch(line -> line.contains(words)));
    }

    List<String> log(String attempt, String run) {
        return database.texts(
                attempt, "select message from run_log where run_id = ?::uuid order by id", run);
    }

    void awaitEnd(String attempt, String run) {
        Until.holds(
                () -> "the run ends: " + log(attempt, run),
                PATIENCE,
                () -> !List.of("QUEUED", "RUNNING").contains(state(attempt, run)));
    }

    String state(String attempt, String run) {
        return database.texts(attempt, "select state from run where id = ?::uuid", run).getFirst();
    }

    Outcome outcome(ServiceProcess service, String attempt, String run) {
        return Outcome.of(service, database, attempt, run, folder);
    }

    private void stop() {
        sftp.close();
        database.close();
    }

    @Override
    public void close() {
        stop();
        Folders.delete(place);
    }
}
