package io.connections.adapters.bench;

import io.connections.adapters.connector.file.FileSources;
import io.connections.adapters.persistence.run.PostgresChunkStore;
import io.connections.adapters.persistence.run.PostgresRunJournal;
import io.connections.adapters.run.CustomerImport;
import io.connections.adapters.run.Customers;
import io.connections.adapters.run.Customers.Shape;
import io.connections.adapters.run.Runs;
import io.connections.application.run.EngineSettings;
import io.connections.application.run.ImportShare;
import io.connections.application.run.port.CrashPoints;
import io.connections.application.run.port.ShareKey;
import io.connections.domain.run.RunId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/// How quickly customers come from an SFTP server into profiles, beside COPY of the same file into
/// a plain table. Runs the real pipeline; this process is the one whose memory is measured.
public final class ImportBench implements AutoCloseable {
    private static final int ROUNDS = 3;
    private static final long SEED = 20_261_123;

    private final int rows;
    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final DataSource dataSource;
    private final Runs runs;
    private final Process server;
    private final int port;
    private final String hostKey;
    private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

    private ImportBench(int rows) throws IOException {
        this.rows = rows;
        folder = Files.createTempDirectory("connections-bench");
        Files.createDirectories(folder.resolve("first"));
        Files.createDirectories(folder.resolve("tenth"));
        say("writes %,d customers".formatted(rows));
        Customers.write(folder.resolve("first/customers.csv"), rows, SEED, Shape.PLAIN);
        Customers.write(folder.resolve("tenth/customers.csv"), rows, SEED, new Shape(0, 0, 10));
        postgres =
                EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve("postgres"))
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("shared_buffers", "1024MB")
                        .setServerConfig("max_wal_size", "4GB")
                        .setServerConfig("checkpoint_timeout", "15min")
                        .setServerConfig("random_page_cost", "1.1")
                        .setServerConfig("work_mem", "32MB")
                        .setServerConfig("jit", "off")
                        .start();
        dataSource = postgres.getPostgresDatabase();
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        runs = new Runs(dataSource);
        server =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                // Its ciphers are many times slower than those of the JDK.
                                "-Dorg.apache.sshd.security.provider.BC.enabled=false",
                                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                                "-cp",
                                System.getProperty("java.class.path"),
                                BenchServer.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String[] address = firstLine(server.getInputStream()).split(" ", 2);
        port = Integer.parseInt(address[0]);
        hostKey = address[1];
    }

    public static void main(String[] arguments)
            throws IOException, SQLException, InterruptedException {
        if (arguments.length == 0 || !arguments[0].equals("import")) {
            System.err.println("usage: bench import [--rows N] [--rounds N] [--objectives N]");
            System.exit(2);
        }
        quiet();
        try (ImportBench bench = new ImportBench(option(arguments, "--rows", 1_000_000))) {
            bench.measure(
                    option(arguments, "--rounds", ROUNDS), option(arguments, "--objectives", 0));
        }
    }

    /// As the service logs. Unasked, the log manager keeps all that drivers say until somebody
    /// configures it.
    static void quiet() {
        Logger.getLogger("").setLevel(Level.INFO);
    }

    private static int option(String[] arguments, String name, int otherwise) {
        int at = Arrays.asList(arguments).indexOf(name);
        return at < 0 ? otherwise : Integer.parseInt(arguments[at + 1].replace("_", ""));
    }

    /// @param objectives that the connection is linked to in one more measurement; none: without it
    private void measure(int rounds, int objectives)
            throws IOException, SQLException, InterruptedException {
        for (int round = 1; round <= rounds; round++) {
            say("round %d of %d".formatted(round, rounds));
            time("import.copy", this::copy);
            CustomerImport customers = customers();
            empty();
            time("import.first", () -> run(customers.inFolder("first"), "created=" + rows));
            time("import.again", () -> run(customers.inFolder("first"), "unchanged=" + rows));
            time("import.tenth", () -> run(customers.inFolder("tenth"), "updated=" + rows / 10));
            empty();
            time(
                    "import.first.two-ids",
                    () ->
                            run(
                                    customers.inFolder("first").withEmailAsSecondIdentifier(),
                                    "created=" + rows));
            empty();
            if (objectives > 0) {
                time(
                        "import.first.consent",
                        () ->
                                run(
                                        customers.inFolder("first").linkedTo(objectives, true),
                                        "created=" + rows));
                empty();
            }
        }
        double copy = median("import.copy");
        for (String name :
                List.of(
                        "import.copy",
                        "import.first",
                        "import.first.two-ids",
                        "import.again",
                        "import.tenth")) {
            boolean again = name.equals("import.again");
            line(
                    name,
                    again ? median("import.first") : copy,
                    again ? "import.first" : "import.copy");
        }
        if (objectives > 0) {
            line("import.first.consent", median("import.first"), "import.first");
        }
        long rss = residentMebibytes();
        System.out.printf(
                Locale.ROOT,
                "bench import.rss %d MiB ratio=%.2f of=heap.max min=%d max=%d%n",
                rss,
                (double) rss / (Runtime.getRuntime().maxMemory() >> 20),
                rss,
                rss);
    }

    private CustomerImport customers() {
        return CustomerImport.from(goal -> FileSources.sftp(port, hostKey, goal.source()));
    }

    private void run(CustomerImport setup, String expected) throws InterruptedException {
        PostgresRunJournal journal = new PostgresRunJournal(dataSource);
        ImportShare engine =
                new ImportShare(
                        journal,
                        new PostgresChunkStore(dataSource, CrashPoints.NONE),
                        setup,
                        CrashPoints.NONE,
                        EngineSettings.defaults(),
                        InstantSource.system());
        RunId run = runs.queue();
        runs.rereadFinished(run);
        for (ShareKey share : journal.openShares()) {
            engine.handle(share, "bench");
        }
        if (!runs.state(run).equals("FINISHED") || !runs.counts(run).contains(expected + " ")) {
            throw new IllegalStateException(
                    "%s %s %s".formatted(runs.state(run), runs.counts(run), runs.log(run)));
        }
    }

    /// The yardstick: the file passed through to a plain table of text columns with one unique
    /// index, on one connection.
    private void copy() throws SQLException, IOException {
        runs.execute("drop table if exists plain");
        StringBuilder columns = new StringBuilder();
        for (String field : CustomerImport.FIELDS) {
            columns.append(columns.isEmpty() ? "" : ", ").append(field).append(" text");
        }
        runs.execute("create table plain (%s)".formatted(columns));
        runs.execute("create unique index plain_customer on plain (customer_id)");
        try (Connection connection = dataSource.getConnection();
                InputStream file = Files.newInputStream(folder.resolve("first/customers.csv"))) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy plain from stdin (format csv, header)", file, 1 << 16);
        }
    }

    private void empty() {
        runs.execute(
                """
                truncate profile, profile_identifier, profile_change, finished_file, run, run_goal,
                  run_share, run_lane, run_chunk, run_file, run_layout, run_log, rejected_record, replay_file,
                  run_held_back, consent_evidence, consent_past, consent_total
                """);
        runs.execute("drop table if exists plain");
    }

    private interface Work {
        void run() throws IOException, SQLException, InterruptedException;
    }

    private void time(String name, Work work)
            throws IOException, SQLException, InterruptedException {
        runs.execute("checkpoint");
        ProcessorTime before = ProcessorTime.soFar(postgres(), server.toHandle());
        long start = System.nanoTime();
        work.run();
        double took = (System.nanoTime() - start) / 1e9;
        seconds.computeIfAbsent(name, _ -> new ArrayList<>()).add(took);
        say(
                "%s %.2f s, %,.0f rows/s; processor: %s"
                        .formatted(
                                name,
                                took,
                                rows / took,
                                ProcessorTime.soFar(postgres(), server.toHandle()).since(before)));
    }

    private double median(String name) {
        List<Double> sorted = sorted(name);
        return sorted.get(sorted.size() / 2);
    }

    private List<Double> sorted(String name) {
        return seconds.getOrDefault(name, List.of()).stream()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private void line(String name, double yardstick, String of) {
        List<Double> sorted = sorted(name);
        double median = median(name);
        System.out.printf(
                Locale.ROOT,
                "bench %s %.0f rows/s ratio=%.2f of=%s min=%.0f max=%.0f%n",
                name,
                rows / median,
                yardstick / median,
                of,
                rows / sorted.getLast(),
                rows / sorted.getFirst());
    }

    /// The most this process ever held.
    private static long residentMebibytes() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        }
    }

    private ProcessHandle postgres() throws IOException {
        String pid = Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    private static String firstLine(InputStream from) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8));
        String line = reader.readLine();
        if (line == null) {
            throw new IllegalStateException("the SFTP server did not start");
        }
        return line;
    }

    private static void say(String what) {
        System.err.println("bench: " + what);
    }

    @Override
    public void close() throws IOException {
        server.destroy();
        postgres.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
