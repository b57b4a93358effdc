package io.connections.adapters.connector.file;

import io.connections.application.run.request.port.ColumnNames;
import io.connections.domain.goal.FileFormat;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/// Reads a first line as a run does.
@Singleton
public final class CsvColumnNames implements ColumnNames {
    private final FileLimits limits;

    @Inject
    CsvColumnNames(FileLimits limits) {
        this.limits = limits;
    }

    @Override
    public List<String> of(byte[] beginning, FileFormat.Csv format) {
        try {
            Window window =
                    new Window(
                            Utf8Bytes.of(new ByteArrayInputStream(beginning), format.encoding()),
                            limits.recordBytes());
            return new CsvScanner(window, format, limits, Ending.CUT_OFF).fields();
        } catch (IOException _) {
            return List.of();
        }
    }
}
