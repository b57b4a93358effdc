package io.connections.application.run.request;

import io.connections.application.run.request.RunDetail.File;
import io.connections.application.run.request.RunDetail.FileState;
import java.util.List;
import java.util.Optional;

/// How far a run has come, measured in bytes of its files.
///
/// @param share of the bytes, 0 to 1
/// @param recordsPerSecond lately; of a run that has ended, over the time in which it was worked on
/// @param secondsLeft at the present rate, while there is one
public record Progress(
        long bytesDone,
        long bytesTotal,
        double share,
        long recordsPerSecond,
        Optional<Long> secondsLeft,
        Optional<String> currentFile) {

    /// @param files some, the one that is being read among them
    /// @param done bytes of all
    /// @param total bytes of all
    /// @param recordsRead so far
    public static Progress of(
            RunState state,
            List<File> files,
            long done,
            long total,
            long recordsRead,
            double recordsPerSecond) {
        return new Progress(
                done,
                total,
                share(state, done, total),
                Math.round(recordsPerSecond),
                state == RunState.RUNNING
                        ? secondsLeft(total - done, done, recordsRead, recordsPerSecond)
                        : Optional.empty(),
                state.ended()
                        ? Optional.empty()
                        : files.stream()
                                .filter(file -> file.state() == FileState.READING)
                                .map(File::path)
                                .findFirst());
    }

    private static double share(RunState state, long done, long total) {
        if (state == RunState.FINISHED) {
            return 1;
        }
        return total == 0 ? 0 : (double) done / total;
    }

    /// By records, not by the clock since the start: a run that was resumed has waited in between.
    private static Optional<Long> secondsLeft(
            long bytesLeft, long bytesDone, long recordsRead, double recordsPerSecond) {
        if (recordsPerSecond <= 0 || recordsRead == 0 || bytesDone == 0) {
            return Optional.empty();
        }
        double bytesPerRecord = (double) bytesDone / recordsRead;
        return Optional.of(Math.round(bytesLeft / bytesPerRecord / recordsPerSecond));
    }
}
