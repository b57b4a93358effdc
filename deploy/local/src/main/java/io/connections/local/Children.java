package io.connections.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;

/// The processes that were started, written down in the data folder, so that the next start
/// finds what a killed launcher left behind. A process is known by its id and the moment of its
/// start: ids are given out again.
final class Children {
    /// The operating system may tell a start time that wanders by a second when its clock is set.
    private static final Duration SAME_START = Duration.ofSeconds(2);

    private final Path file;
    private final Path logs;
    private final List<Child> running = new ArrayList<>();
    private boolean ended;

    /// One line of the file.
    record Entry(String name, long pid, Instant startedAt) {
        static Entry of(String name, ProcessHandle process) {
            return new Entry(name, process.pid(), startOf(process).orElse(Instant.EPOCH));
        }

        private static Optional<Entry> parse(String line) {
            var cells = line.split(" ", 3);
            return cells.length == 3
                    ? Optional.of(
                            new Entry(cells[2], Long.parseLong(cells[0]), Instant.parse(cells[1])))
                    : Optional.empty();
        }

        private String line() {
            return pid + " " + startedAt + " " + name;
        }

        /// The process that was meant, whoever may have its id today.
        Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isThis);
        }

        private boolean isThis(ProcessHandle process) {
            return startOf(process)
                    .map(at -> Duration.between(at, startedAt).abs())
                    .filter(apart -> apart.compareTo(SAME_START) <= 0)
                    .isPresent();
        }

        private static Optional<Instant> startOf(ProcessHandle process) {
            return process.info().startInstant();
        }
    }

    Children(Path data) {
        this.file = data.resolve("children");
        this.logs = data.resolve("logs");
    }

    /// Starts a process and writes it down; refused once all were told to end.
    synchronized Child start(
            String name, List<String> command, Map<String, String> environment, Path folder) {
        if (ended) {
            throw new CancellationException("stopping");
        }
        var child = Child.start(name, command, environment, folder, logs.resolve(name + ".log"));
        running.add(child);
        write();
        return child;
    }

    void stop(Child child) {
        child.stop();
        forget(child);
    }

    /// Ends every process, the last started first, and lets none start any more.
    void stopAll() {
        for (var child : close().reversed()) {
            stop(child);
        }
    }

    /// Those that are meant to run on, in the order of their start.
    synchronized List<Child> running() {
        return List.copyOf(running);
    }

    /// Whether all were told to end.
    synchronized boolean isEnded() {
        return ended;
    }

    private synchronized List<Child> close() {
        ended = true;
        return running();
    }

    private synchronized void forget(Child child) {
        running.remove(child);
        write();
    }

    /// Ends what an earlier launcher wrote down and did not end.
    ///
    /// @return how many still ran of one that was cut off; empty when it ended in order
    OptionalInt endLeftovers() throws IOException {
        if (!Files.exists(file) || Files.readString(file).isBlank()) {
            return OptionalInt.empty();
        }
        var leftovers = leftovers();
        for (var leftover : leftovers) {
            leftover.process()
                    .ifPresent(process -> Child.stop(process, Child.Ending.of(leftover.name())));
        }
        write();
        return OptionalInt.of(leftovers.size());
    }

    List<Entry> leftovers() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        return Files.readAllLines(file).stream()
                .map(Entry::parse)
                .flatMap(Optional::stream)
                .filter(entry -> entry.process().isPresent())
                .toList()
                .reversed();
    }

    private void write() {
        var next = file.resolveSibling("children.next");
        try {
            Files.write(
                    next,
                    running.stream()
                            .map(child -> Entry.of(child.name(), child.handle()).line())
                            .toList());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
