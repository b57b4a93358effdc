package io.connections.api.bench;

import static io.connections.domain.access.Role.ADMINISTRATOR;
import static io.connections.domain.access.Role.MARKETER;
import static io.connections.domain.access.Role.VIEWER;

import io.connections.adapters.run.CustomerImport;
import io.connections.api.testing.As;
import io.connections.api.testing.IdentityProviderForTests;
import io.connections.api.testing.ServiceProcess;
import io.connections.api.testing.Until;
import io.connections.domain.access.Role;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// How long the API lets people wait in a busy house: the built service in a process of its own, as
/// `up` starts it, 20 people who ask one question after the other without a pause. It prints the
/// median, the 95th percentile and the longest wait of each question in milliseconds, once the
/// service is warm.
///
/// `--only list` asks the questions whose names begin so; `--data DIR` keeps the busy house there,
/// so that the next time finds it built.
public final class ApiBench implements AutoCloseable {
    private static final int USERS = 20;
    private static final Duration EACH = Duration.ofSeconds(8);
    private static final Duration WARMING = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final List<String> WORDS =
            List.of("nightly", "zurich", "hourly oslo", "00421", "tills", "lodz weekly", "part 7");

    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final IdentityProviderForTests provider = new IdentityProviderForTests();
    private final ServiceProcess service;
    /// As many connections as people: over one that all share, one thread would answer them all.
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// @param folder with nothing in it, or what was built there before
    private ApiBench(Seed seed, Path folder) throws IOException, SQLException {
        this.folder = folder;
        Path built = folder.resolve("built");
        boolean fresh = !Files.exists(built);
        postgres =
                EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve("postgres"))
                        .setCleanDataDirectory(false)
                        // As `up` starts it, but for what only a seed needs.
                        .setServerConfig("shared_buffers", "1024MB")
                        .setServerConfig("max_wal_size", "8GB")
                        .setServerConfig("random_page_cost", "1.1")
                        .setServerConfig("work_mem", "32MB")
                        .setServerConfig("jit", "off")
                        .start();
        Map<String, String> settings = settings();
        if (fresh) {
            try (ServiceProcess first = start("first", settings)) {
                properties(first);
                connection(first);
            }
            try (Connection database = postgres.getPostgresDatabase().getConnection()) {
                seed.into(database);
            }
            Files.writeString(built, seed.toString());
        } else if (!Files.readString(built).equals(seed.toString())) {
            throw new IllegalArgumentException(
                    "%s holds %s, not %s".formatted(folder, Files.readString(built), seed));
        }
        // It judges in the background what it does not know yet.
        service = start("measured", settings);
        Until.holds(
                () -> "every connection is judged",
                PATIENCE,
                () -> count("select count(*) from connection_overview where stale") == 0);
    }

    public static void main(String[] arguments)
            throws IOException, SQLException, InterruptedException {
        Seed busy = Seed.BUSY;
        Seed seed =
                new Seed(
                        number(arguments, "--connections", busy.connections()),
                        busy.labels(),
                        number(arguments, "--runs", busy.runs()),
                        number(arguments, "--events", busy.events()));
        Optional<String> kept = option(arguments, "--data");
        Path folder =
                kept.isPresent()
                        ? Files.createDirectories(Path.of(kept.get()).toAbsolutePath())
                        : Files.createTempDirectory("connections-bench-api");
        try (ApiBench bench = new ApiBench(seed, folder)) {
            bench.measure(seed, option(arguments, "--only").orElse(""));
        }
    }

    private static int number(String[] arguments, String name, int otherwise) {
        return option(arguments, name).map(Integer::parseInt).orElse(otherwise);
    }

    private static Optional<String> option(String[] arguments, String name) {
        int at = Arrays.asList(arguments).indexOf(name);
        return at < 0 ? Optional.empty() : Optional.of(arguments[at + 1]);
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
                        "connections.network.allow", "127.0.0.0/8"));
        return settings;
    }

    /// Heap, collector and object headers as `up` gives them to the service.
    private static ServiceProcess start(String name, Map<String, String> settings) {
        return ServiceProcess.start(
                "bench/" + name,
                List.of("-Xmx512m", "-XX:+UseCompactObjectHeaders", "-XX:+UseParallelGC"),
                settings);
    }

    private static void properties(ServiceProcess service) {
        for (String field : CustomerImport.FIELDS) {
            service.as(MARKETER)
                    .body(
                            """
                            {"id":"%1$s","name":"%1$s","type":"TEXT","identifier":%2$s,"pii":true}
                            """
                                    .formatted(field, field.equals("customer_id")))
                    .post("/api/v1/profile-properties")
                    .then()
                    .statusCode(201);
        }
    }

    private static void connection(ServiceProcess service) {
        String id =
                service.as(MARKETER)
                        .body(
                                """
                                {"typeId":"sftp","name":"Seed","description":"",
                                 "setup":{"host":"127.0.0.1","port":22,"user":"shop",
                                  "signIn":"PASSWORD","hostKey":"SHA256:%s"},
                                 "goals":[{"kind":"IMPORT_PROFILES","id":"%s","name":"Customers",
                                  "enabled":true,
                                  "source":{"kind":"FILES","folder":"in","namePattern":"*.csv",
                                   "pick":"NEWEST","compression":"AUTO",
                                   "afterImport":{"kind":"LEAVE"}},
                                  "matching":{"anyOf":[["customer_id"]]},"createWhenNoMatch":true,
                                  "mapping":[{"field":"customer_id","processors":[],
                                   "property":"customer_id","strategy":"SET",
                                   "restriction":"ALL_PROFILES","onBadValue":"REJECT_RECORD"}]}]}
                                """
                                        .formatted("A".repeat(43), new UUID(0, 1)))
                        .post("/api/v1/connections")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        service.as(MARKETER)
                .body("{\"value\":\"spring-rain\"}")
                .put("/api/v1/connections/" + id + "/secrets/password")
                .then()
                .statusCode(204);
    }

    private void measure(Seed seed, String only) throws SQLException, InterruptedException {
        String label = text("select id from label order by key limit 1 offset 17");
        Map<String, Function<Random, String>> questions = new LinkedHashMap<>();
        questions.put("list", _ -> "/connections?limit=50");
        questions.put("list.last-run", _ -> "/connections?limit=50&sort=-lastRun");
        questions.put(
                "list.middle", r -> "/connections?limit=50&skip=" + r.nextInt(seed.connections()));
        questions.put(
                "search",
                r -> "/connections?limit=50&search=" + encoded(WORDS.get(r.nextInt(WORDS.size()))));
        questions.put("filter.label", _ -> "/connections?limit=50&label=" + label);
        questions.put("filter.type", _ -> "/connections?limit=50&type=sftp");
        questions.put("filter.status", _ -> "/connections?limit=50&status=LAST_RUN_FAILED");
        questions.put(
                "filter.outcome", _ -> "/connections?limit=50&outcome=FINISHED_WITH_REJECTED");
        questions.put("filter.direction", _ -> "/connections?limit=50&direction=OUTBOUND");
        questions.put(
                "filter.creator", r -> "/connections?limit=50&creator=Person%20" + r.nextInt(40));
        questions.put("filter.favorite", _ -> "/connections?limit=50&favorite=true");
        questions.put("filter.on", r -> "/connections?limit=50&on=" + r.nextBoolean());
        questions.put(
                "filter.attention", _ -> "/connections?limit=50&attention=true&sort=attention");
        questions.put("facets", _ -> "/connections/facets");
        questions.put("home.attention", _ -> "/connections?limit=6&attention=true&sort=attention");
        questions.put("home.running", _ -> "/runs?state=running&limit=20");
        questions.put("home.ended", _ -> "/runs?state=ended&limit=6");
        questions.put("home.charts", _ -> "/runs/hourly-totals?hours=744");
        questions.put("home.favorites", _ -> "/favorites?limit=10");
        questions.put("home.last-used", _ -> "/last-used?limit=10");
        questions.put("history", r -> "/connections/" + anyConnection(r, seed) + "/runs");
        questions.put("connection", r -> "/connections/" + anyConnection(r, seed));
        questions.put("summary", r -> "/connections/" + anyConnection(r, seed) + "/summary");
        questions.put("labels", _ -> "/labels?limit=50");
        questions.put("audit", _ -> "/audit-events?limit=50");
        questions.put(
                "audit.object", r -> "/audit-events?limit=50&objectId=" + anyConnection(r, seed));
        questions.keySet().removeIf(name -> !name.startsWith(only));
        for (Function<Random, String> question : questions.values()) {
            during(question, ADMINISTRATOR, WARMING.dividedBy(questions.size()));
        }
        for (Map.Entry<String, Function<Random, String>> one : questions.entrySet()) {
            Role who = one.getKey().startsWith("audit") ? ADMINISTRATOR : VIEWER;
            report(one.getKey(), ask(one.getValue(), who));
        }
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static UUID anyConnection(Random random, Seed seed) {
        return named("connection " + (1 + random.nextInt(seed.connections())));
    }

    /// As the seed names them.
    private static UUID named(String what) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("MD5").digest(what.getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(hash);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What each request took, in nanoseconds; a short while before is not counted.
    private List<Long> ask(Function<Random, String> question, Role who)
            throws InterruptedException {
        during(question, who, EACH.dividedBy(8));
        return during(question, who, EACH);
    }

    private List<Long> during(Function<Random, String> question, Role who, Duration time)
            throws InterruptedException {
        List<Future<List<Long>>> users = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int user = 0; user < USERS; user++) {
                Random random = new Random(user);
                String token = As.tokenOf("viewer-" + user, who);
                users.add(people.submit(() -> oneUser(question, token, random, time)));
            }
        }
        List<Long> took = new ArrayList<>();
        for (Future<List<Long>> user : users) {
            try {
                took.addAll(user.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        return took;
    }

    private List<Long> oneUser(
            Function<Random, String> question, String token, Random random, Duration time)
            throws IOException, InterruptedException {
        List<Long> took = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            String path = "/api/v1" + question.apply(random);
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://127.0.0.1:%d%s"
                                                    .formatted(service.port(), path)))
                            .header("Authorization", "Bearer " + token)
                            .build();
            long begin = System.nanoTime();
            int status = http.send(request, BodyHandlers.ofByteArray()).statusCode();
            took.add(System.nanoTime() - begin);
            if (status != 200) {
                throw new IllegalStateException("%s: %d".formatted(path, status));
            }
        }
        return took;
    }

    private static void report(String name, List<Long> took) {
        List<Long> sorted = took.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "bench api.%s p95=%.1f ms p50=%.1f max=%.1f requests=%d users=%d%n",
                name,
                millis(sorted, 0.95),
                millis(sorted, 0.5),
                millis(sorted, 1),
                sorted.size(),
                USERS);
    }

    private static double millis(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, (long) (sorted.size() * share))) / 1e6;
    }

    private int count(String sql) {
        return Integer.parseInt(text(sql));
    }

    private String text(String sql) {
        try (Connection database = postgres.getPostgresDatabase().getConnection();
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
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
