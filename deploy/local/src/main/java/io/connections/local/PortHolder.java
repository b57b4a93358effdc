package io.connections.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Finds the program that listens on a port, as far as the operating system tells this user.
final class PortHolder {
    private static final String LISTENING = "0A";

    private PortHolder() {}

    static Optional<String> of(int port) {
        var pid = Files.isDirectory(Path.of("/proc/net")) ? fromProc(port) : fromLsof(port);
        return pid.flatMap(ProcessHandle::of).map(PortHolder::describe);
    }

    private static String describe(ProcessHandle process) {
        var command = process.info().command().map(path -> Path.of(path).getFileName().toString());
        return command.orElse("a program") + " (process " + process.pid() + ")";
    }

    private static Optional<Long> fromProc(int port) {
        var sockets =
                Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                        .flatMap(table -> lines(Path.of(table)).stream().skip(1))
                        .map(line -> line.strip().split("\\s+", -1))
                        .filter(cells -> cells[3].equals(LISTENING))
                        .filter(cells -> cells[1].endsWith(":%04X".formatted(port)))
                        .map(cells -> "socket:[" + cells[9] + "]")
                        .toList();
        return sockets.isEmpty()
                ? Optional.empty()
                : ProcessHandle.allProcesses()
                        .map(ProcessHandle::pid)
                        .filter(pid -> openFiles(pid).anyMatch(sockets::contains))
                        .findFirst();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException _) {
            return List.of();
        }
    }

    private static Stream<String> openFiles(long pid) {
        try (var files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return files.map(PortHolder::target).toList().stream();
        } catch (IOException | UncheckedIOException _) {
            return Stream.empty();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException _) {
            return "";
        }
    }

    private static Optional<Long> fromLsof(int port) {
        try {
            var lsof =
                    new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
                            .redirectErrorStream(true)
                            .start();
            var answer = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            lsof.waitFor(5, TimeUnit.SECONDS);
            return answer.lines()
                    .filter(line -> line.matches("\\d+"))
                    .map(Long::valueOf)
                    .findFirst();
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
