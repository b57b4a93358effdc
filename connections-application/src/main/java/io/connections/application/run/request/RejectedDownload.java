package io.connections.application.run.request;

import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.FileFormat.Encoding;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// How the download of rejected records is laid out, which comes back with its records mended.
public final class RejectedDownload {
    public static final FileFormat.Csv FORMAT =
            new FileFormat.Csv(Encoding.UTF_8, ',', Optional.of('"'), Optional.empty(), true);

    public static final List<String> COLUMNS =
            List.of("file", "line", "record", "reason", "message", "field", "value", "raw");

    /// Whoever mends may take the other columns away.
    private static final List<String> INDISPENSABLE = List.of("raw", "line", "reason");

    private RejectedDownload() {}

    /// @return the first column that a file with these lacks to be the download
    public static Optional<String> missing(Collection<String> columns) {
        return INDISPENSABLE.stream().filter(column -> !columns.contains(column)).findFirst();
    }
}
