package io.connections.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One `./connections up` as a person or a script types it, with all that it says.
final class Up implements AutoCloseable {
    static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final Process shell;
    private final Path output;
    private final Path data;

    private Up(Process shell, Path output, Path data) {
        this.shell = shell;
        this.output = output;
        this.data = data;
    }

    /// Starts it as a job in the background of a script, which the shell makes deaf to Ctrl-C.
    static Up inTheBackground(Path data, Ports ports, String... options) throws IOException {
        return start(data, "\"$@\" & echo pid=$!; wait $!; echo status=$?", ports, options);
    }

    static Up start(Path data, String script, Ports ports, String... options) throws IOException {
        var output = Files.createTempFile("connections-up", ".log");
        var command = new ArrayList<>(List.of("bash", "-c", script, "script"));
        command.addAll(List.of(HOME.resolve("connections").toString(), "up"));
        command.addAll(List.of("--data", data.toString(), "--port", "" + ports.first()));
        command.addAll(List.of(options));
        var shell =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        return new Up(shell, output, data);
    }

    String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until it has said this, or fails with all that it said when it ends without.
    void awaitLine(String line) throws InterruptedException {
        await(() -> said().contains(line), "\"" + line + "\"");
    }

    void await(BooleanSupplier condition, String what) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            var ended = shell.waitFor(100, TimeUnit.MILLISECONDS) && !condition.getAsBoolean();
            assertThat(ended || System.nanoTime() > deadline)
                    .as("%s is awaited in:%n%s", what, said())
                    .isFalse();
        }
    }

    /// Waits until it has ended, all its children with it, and answers its exit status.
    int awaitEnd() throws InterruptedException {
        assertThat(shell.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(said()).isTrue();
        return Integer.parseInt(number("status"));
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("bash", "-c", "kill -%s %d".formatted(name, launcher().pid()))
                .start()
                .waitFor();
    }

    /// The script has become the launcher, so the job's id is the launcher's.
    ProcessHandle launcher() {
        return ProcessHandle.of(Long.parseLong(number("pid"))).orElseThrow();
    }

    private String number(String name) {
        var found = Pattern.compile("(?m)^" + name + "=(\\d+)$").matcher(said());
        assertThat(found.find()).as("%s= in:%n%s", name, said()).isTrue();
        return found.group(1);
    }

    /// The processes that it has written down.
    List<ProcessHandle> children() throws IOException {
        try (Stream<String> lines = Files.lines(data.resolve("children"))) {
            return lines.map(line -> Long.valueOf(line.split(" ", 2)[0]))
                    .flatMap(pid -> ProcessHandle.of(pid).stream())
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        if (shell.isAlive()) {
            launcher().destroy();
            shell.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        }
        Files.delete(output);
    }
}
