package io.connections.adapters.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Processor time by who spent it. Unlike the time on the clock it does not grow because others use
/// the machine too.
record ProcessorTime(double here, double postgres, double sftpServer) {
    static ProcessorTime soFar(ProcessHandle postgres, ProcessHandle sftpServer) {
        return new ProcessorTime(
                seconds(List.of(ProcessHandle.current())),
                seconds(Stream.concat(Stream.of(postgres), postgres.descendants()).toList()),
                seconds(List.of(sftpServer)));
    }

    /// The processes' own, and that of their children that have ended.
    private static double seconds(List<ProcessHandle> processes) {
        return processes.stream().mapToDouble(ProcessorTime::seconds).sum();
    }

    private static double seconds(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc/%d/stat".formatted(process.pid())));
            String[] behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Stream.of(behindName).skip(11).limit(4).mapToLong(Long::parseLong).sum() / 100.0;
        } catch (IOException _) {
            // It has ended meanwhile; its parent has its time.
            return 0;
        }
    }

    ProcessorTime since(ProcessorTime before) {
        return new ProcessorTime(
                here - before.here, postgres - before.postgres, sftpServer - before.sftpServer);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.1f s here, %.1f s PostgreSQL, %.1f s SFTP server",
                here,
                postgres,
                sftpServer);
    }
}
