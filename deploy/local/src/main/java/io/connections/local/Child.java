package io.connections.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// One process of ours, in a session of its own: a terminal's Ctrl-C reaches the launcher only,
/// which then ends its children in the right order.
final class Child {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int LINES_SHOWN = 12;
    private static final List<String> OWN_SESSION = ownSession();

    private final String name;
    private final Process process;
    private final Path log;

    /// How a process is asked to end.
    enum Ending {
        TERM,
        /// PostgreSQL ends its sessions and then itself; on TERM it would wait for its clients.
        INT;

        static Ending of(String name) {
            return name.equals(PostgresServer.NAME) ? INT : TERM;
        }
    }

    /// Something to wait for; asked ten times a second.
    interface Condition {
        boolean holds();
    }

    /// One that was started and is not of use yet, so that another can start beside it.
    record Coming(Child child, Condition ready, Duration limit) {
        void await() throws InterruptedException {
            child.awaitReady(ready, limit);
        }
    }

    private Child(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    static Child start(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path folder,
            Path log) {
        var builder =
                new ProcessBuilder(Stream.concat(OWN_SESSION.stream(), command.stream()).toList())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .redirectInput(new File("/dev/null"));
        builder.environment().putAll(environment);
        try {
            return new Child(name, builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException("%s could not be started.".formatted(name), e);
        }
    }

    String name() {
        return name;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /// Waits for a process that does its work and ends.
    void awaitSuccess(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw failed("was not done after %d s".formatted(limit.toSeconds()));
        }
        if (process.exitValue() != 0) {
            throw failed("failed");
        }
    }

    /// Waits until the process is of use, or fails with the end of its log.
    void awaitReady(Condition ready, Duration limit) throws InterruptedException {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!ready.holds()) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw failed("ended while it was starting");
            }
            if (System.nanoTime() > deadline) {
                throw failed("was not ready after %d s".formatted(limit.toSeconds()));
            }
        }
    }

    CannotStart failed(String how) {
        var end = lastLines();
        // On a full disk the log has no room for the reason either.
        if (Disk.isFull(end) || Disk.hasNoRoom(log, Disk.Room.real())) {
            return Disk.full(log);
        }
        return new CannotStart(
                "%s %s:\n%s".formatted(name, how, end.indent(4).stripTrailing()),
                "All it said is in " + log);
    }

    void stop() {
        stop(process.toHandle(), Ending.of(name));
    }

    static void stop(ProcessHandle process, Ending ending) {
        var offspring = process.descendants().toList();
        switch (ending) {
            case INT -> interrupt(process);
            case TERM -> process.destroy();
        }
        if (!endsInTime(process)) {
            process.destroyForcibly();
            endsInTime(process);
        }
        for (var left : offspring) {
            left.destroyForcibly();
            endsInTime(left);
        }
    }

    private static boolean endsInTime(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException _) {
            return !process.isAlive();
        }
        return !process.isAlive();
    }

    private static void interrupt(ProcessHandle process) {
        try {
            new ProcessBuilder("bash", "-c", "kill -INT " + process.pid()).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private String lastLines() {
        try {
            var lines = Files.readAllLines(log);
            return String.join(
                    "\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        } catch (IOException e) {
            return "(its log cannot be read: " + e.getMessage() + ")";
        }
    }

    // Java cannot start a process in a new session. Each of these becomes the command itself,
    // so that the process id stays the one that Java knows. Without either, Ctrl-C reaches
    // every process at once: they still end, only less orderly.
    private static List<String> ownSession() {
        if (onPath("setsid")) {
            return List.of("setsid");
        }
        return onPath("perl")
                ? List.of("perl", "-MPOSIX=setsid", "-e", "setsid(); exec { $ARGV[0] } @ARGV")
                : List.of();
    }

    static boolean onPath(String command) {
        var path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Stream.of(path.split(":", -1))
                .map(folder -> Path.of(folder, command))
                .anyMatch(Files::isExecutable);
    }

    /// The command that runs Java as we are run.
    static List<String> java(List<String> options) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.concat(Stream.of(java), options.stream()).toList();
    }
}
