package io.connections.api.bench;

import static io.connections.domain.access.Role.MARKETER;

import io.connections.api.testing.IdentityProviderForTests;
import io.connections.api.testing.ServiceProcess;
import io.connections.api.testing.Until;
import io.connections.domain.visitor.VisitorFixtures;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// How many events a second the service takes from website tags, each on the disk before its sender
/// is told: the built service in a process of its own, senders who send one batch after the other,
/// all on this machine. Beside it COPY of the same rows into a table without indexes. What is
/// collected is handled meanwhile, as always. Processor time unlike the time on the clock does not
/// grow because others use the machine too: it says what the service and PostgreSQL spend on an
/// event, handling included.
///
/// `--seconds 8`, `--senders 32`, `--batch 10`, `--rounds 5`.
public final class CollectBench implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final IdentityProviderForTests provider = new IdentityProviderForTests();
    private final ServiceProcess service;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String channel;

    private CollectBench() throws IOException {
        folder = Files.createTempDirectory("connections-bench-collect");
        postgres =
                EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve("postgres"))
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("shared_buffers", "512MB")
                        .setServerConfig("max_wal_size", "4GB")
                        .setServerConfig("random_page_cost", "1.1")
                        .setServerConfig("jit", "off")
                        .start();
        service =
                ServiceProcess.start(
                        "bench/collect",
                        // As `up` gives them to the service.
                        List.of("-Xmx512m", "-XX:+UseCompactObjectHeaders", "-XX:+UseParallelGC"),
                        settings());
        channel =
                service.as(MARKETER)
                        .body(
                                """
                                {"kind":"WEBSITE","name":"Shop","hostname":"shop.example","aliases":[]}
                                """)
                        .post("/api/v1/channels")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    public static void main(String[] arguments)
            throws IOException, SQLException, InterruptedException {
        try (CollectBench bench = new CollectBench()) {
            bench.measure(
                    option(arguments, "--rounds", 5),
                    Duration.ofSeconds(option(arguments, "--seconds", 8)),
                    option(arguments, "--senders", 32),
                    option(arguments, "--batch", 10));
        }
    }

    private static int option(String[] arguments, String name, int otherwise) {
        int at = Arrays.asList(arguments).indexOf(name);
        return at < 0 ? otherwise : Integer.parseInt(arguments[at + 1]);
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(provider.start());
        settings.putAll(
                Map.of(
                        "connections.port", "0",
                        "quarkus.http.host", "127.0.0.1",
                        "connections.database.url",
                                "postgresql://localhost:%d/postgres".formatted(postgres.getPort()),
                        "connections.database.user", "postgres",
                        "connections.database.password", "postgres",
                        "connections.secrets.keyset", folder + "/keyset.json",
                        "connections.secrets.create-missing-keyset", "true",
                        // All visitors come from this machine.
                        "connections.collect.address.per-second", "1000000",
                        "connections.collect.address.at-once", "1000000",
                        "connections.collect.visitor.per-second", "100000"));
        return settings;
    }

    private void measure(int rounds, Duration time, int senders, int batch)
            throws SQLException, InterruptedException {
        during(time, senders, batch);
        List<Double> collected = new ArrayList<>();
        List<Double> copied = new ArrayList<>();
        List<Long> waits = new ArrayList<>();
        List<Double> spent = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            change("truncate collected_event");
            change("truncate event_to_handle");
            double before = processorSeconds();
            long begin = System.nanoTime();
            waits.addAll(during(time, senders, batch));
            double seconds = (System.nanoTime() - begin) / 1e9;
            long kept = count("select count(*) from collected_event");
            untilAllIsHandled();
            spent.add((processorSeconds() - before) * 1e6 / kept);
            collected.add(kept / seconds);
            copied.add(kept / copy());
            System.err.printf(
                    Locale.ROOT,
                    "round %d of %d: %,.0f events/s, COPY %,.0f rows/s, %.0f µs of a processor an event%n",
                    round,
                    rounds,
                    collected.getLast(),
                    copied.getLast(),
                    spent.getLast());
        }
        collected.sort(Double::compare);
        copied.sort(Double::compare);
        waits.sort(Long::compare);
        spent.sort(Double::compare);
        double median = collected.get(rounds / 2);
        System.out.printf(
                Locale.ROOT,
                "bench collect.events %.0f events/s ratio=%.3f of=copy min=%.0f max=%.0f%n",
                median,
                median / copied.get(rounds / 2),
                collected.getFirst(),
                collected.getLast());
        System.out.printf(
                Locale.ROOT,
                "bench collect.wait p95=%.1f ms p50=%.1f max=%.1f requests=%d senders=%d batch=%d%n",
                waits.get((int) (waits.size() * 0.95)) / 1e6,
                waits.get(waits.size() / 2) / 1e6,
                waits.getLast() / 1e6,
                waits.size(),
                senders,
                batch);
        System.out.printf(
                Locale.ROOT,
                "bench collect.processor %.0f µs an event min=%.0f max=%.0f%n",
                spent.get(rounds / 2),
                spent.getFirst(),
                spent.getLast());
    }

    private void untilAllIsHandled() {
        Until.holds(
                () -> "all is handled",
                PATIENCE,
                () -> count("select count(*) from event_to_handle") == 0);
    }

    /// Of the service and of PostgreSQL, so far.
    private double processorSeconds() {
        ProcessHandle postmaster = postmaster();
        return Stream.concat(
                        ProcessHandle.current()
                                .children()
                                .filter(each -> each.pid() != postmaster.pid()),
                        Stream.of(postmaster))
                .mapToDouble(CollectBench::withItsChildren)
                .sum();
    }

    private ProcessHandle postmaster() {
        try {
            String pid = Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst();
            return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double withItsChildren(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToDouble(CollectBench::seconds)
                .sum();
    }

    /// Its own, and that of its children that have ended.
    private static double seconds(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc/%d/stat".formatted(process.pid())));
            String[] behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Arrays.stream(behindName).skip(11).limit(4).mapToLong(Long::parseLong).sum()
                    / 100.0;
        } catch (IOException _) {
            // It has ended meanwhile; its parent has its time.
            return 0;
        }
    }

    /// What each request took, in nanoseconds.
    private List<Long> during(Duration time, int senders, int batch) throws InterruptedException {
        List<Future<List<Long>>> all = new ArrayList<>();
        try (ExecutorService tags = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < senders; i++) {
                all.add(tags.submit(() -> oneSender(time, batch)));
            }
        }
        List<Long> took = new ArrayList<>();
        for (Future<List<Long>> each : all) {
            try {
                took.addAll(each.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        return took;
    }

    private List<Long> oneSender(Duration time, int batch)
            throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:%d/collect/v1/events".formatted(service.port()));
        List<Long> took = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        for (int number = 0; System.nanoTime() < end; number++) {
            HttpRequest request =
                    HttpRequest.newBuilder(address)
                            .header("Origin", "https://shop.example")
                            .header("Content-Type", "text/plain")
                            .POST(BodyPublishers.ofString(body(number, batch)))
                            .build();
            long begin = System.nanoTime();
            int status = http.send(request, BodyHandlers.ofByteArray()).statusCode();
            took.add(System.nanoTime() - begin);
            if (status != 202) {
                throw new IllegalStateException("answered " + status);
            }
        }
        return took;
    }

    private String body(int number, int batch) {
        StringBuilder body =
                new StringBuilder(
                        """
                        {"channel":"%s","visitor":"%s","sentAt":"%s","zone":"ccpa","events":["""
                                .formatted(
                                        channel,
                                        VisitorFixtures.aVisitor().value(),
                                        Instant.EPOCH));
        for (int i = 0; i < batch; i++) {
            body.append(i == 0 ? "" : ",")
                    .append(
                            "{\"id\":\"e%d-%d\",\"at\":\"1970-01-01T00:00:00Z\","
                                    .formatted(number, i))
                    .append(
                            "\"url\":\"https://shop.example/shoes/%d?from=mail\","
                                    .formatted(number))
                    .append(
                            i % 3 == 0
                                    ? "\"type\":\"page\",\"title\":\"Shoes\",\"referrer\":\"https://search.example/\"}"
                                    : "\"type\":\"event\",\"name\":\"Added to basket\",\"properties\":{\"sku\":\"A-1\",\"price\":12.5}}");
        }
        return body.append("]}").toString();
    }

    /// From a file of the server's, so that nothing but COPY is measured.
    ///
    /// @return seconds
    private double copy() throws SQLException {
        Path rows = folder.resolve("rows");
        change("copy collected_event to '%s'".formatted(rows));
        change("create table copied (like collected_event)");
        long begin = System.nanoTime();
        change("copy copied from '%s'".formatted(rows));
        double seconds = (System.nanoTime() - begin) / 1e9;
        change("drop table copied");
        return seconds;
    }

    private void change(String sql) throws SQLException {
        try (Connection database = postgres.getPostgresDatabase().getConnection();
                Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String sql) {
        try (Connection database = postgres.getPostgresDatabase().getConnection();
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
        provider.stop();
        postgres.close();
    }
}
