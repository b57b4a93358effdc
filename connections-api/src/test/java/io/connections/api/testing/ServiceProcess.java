package io.connections.api.testing;

import io.connections.domain.access.Role;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The built service in a process of its own.
public final class ServiceProcess implements AutoCloseable {
    /// Starts quickly and needs little.
    public static final List<String> SMALL =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:(\\d+)");

    private final Process process;
    private final Path log;
    private int port;
    private boolean taught;

    private ServiceProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /// Starts it and waits until it listens.
    ///
    /// @param name of the file in `target` for what it says, without its end
    /// @param options of the JVM
    public static ServiceProcess start(
            String name, List<String> options, Map<String, String> settings) {
        try {
            ServiceProcess service = launch(name, options, settings);
            service.awaitListening();
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Starts one that needs little, as fast as what an earlier one taught allows.
    public static ServiceProcess small(String name, Map<String, String> settings) {
        return start(name, with(SMALL, StartCache.use()), settings);
    }

    /// Starts one that needs little. It teaches the others by its [#end()].
    public static ServiceProcess smallThatTeaches(String name, Map<String, String> settings) {
        try {
            return start(name, with(SMALL, StartCache.make()), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> with(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static Path jar() {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(
                    "%s is not built: run the tests with `verify`".formatted(JAR.toAbsolutePath()));
        }
        return JAR;
    }

    private static ServiceProcess launch(
            String name, List<String> options, Map<String, String> settings) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        settings.forEach((key, value) -> command.add("-D%s=%s".formatted(key, value)));
        command.addAll(List.of("-jar", jar().toString()));
        Path log = Path.of("target", name + ".log");
        Files.createDirectories(log.getParent());
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        return new ServiceProcess(process, log);
    }

    private void awaitListening() {
        Until.holds(
                () -> "the service listens; all it said is in " + log.toAbsolutePath(),
                PATIENCE,
                () -> listening() || !process.isAlive());
        if (!listening()) {
            throw new IllegalStateException("the service did not start: " + said());
        }
    }

    private boolean listening() {
        Matcher line = LISTENING.matcher(said());
        boolean found = line.find();
        if (found) {
            port = Integer.parseInt(line.group(1));
        }
        return found;
    }

    public String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RequestSpecification asMarketer() {
        return as(Role.MARKETER);
    }

    public RequestSpecification as(Role role) {
        return As.a(role).port(port).contentType("application/json");
    }

    public int port() {
        return port;
    }

    public boolean alive() {
        return process.isAlive();
    }

    /// `kill -TERM` for one that teaches. Answers once it has let go of everything.
    ///
    /// @return when its JVM has written what it learned, so that others start faster
    public CompletableFuture<Void> end() {
        taught = true;
        CompletableFuture<Void> written = process.onExit().thenRun(StartCache::publish);
        process.destroy();
        Until.holds(
                () -> "the service stops: " + said(),
                PATIENCE,
                () -> !process.isAlive() || said().contains("stopped in"));
        return written;
    }

    /// `kill -9`.
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    public int awaitExit() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the service lives on: " + said());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (!taught) {
            kill();
        }
    }
}
