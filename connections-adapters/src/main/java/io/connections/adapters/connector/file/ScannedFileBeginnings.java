package io.connections.adapters.connector.file;

import io.connections.application.run.request.port.FileBeginnings;
import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.FileFormat.Encoding;
import io.connections.domain.goal.FileSelection.Compression;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads a beginning as a run does.
@Singleton
public final class ScannedFileBeginnings implements FileBeginnings {
    private final FileLimits limits;

    @Inject
    ScannedFileBeginnings(FileLimits limits) {
        this.limits = limits;
    }

    @Override
    public Content content(byte[] beginning) {
        if (Unpacked.detect(beginning) != Compression.NONE) {
            return new Content.Packed();
        }
        Encoding encoding = FormatDetector.encoding(beginning);
        try {
            return PlainText.isText(beginning, encoding)
                    ? new Content.Text(text(beginning, encoding))
                    : new Content.NotText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] beginning, Encoding encoding) throws IOException {
        return new String(
                Utf8Bytes.of(new ByteArrayInputStream(beginning), encoding).readAllBytes(),
                StandardCharsets.UTF_8);
    }

    @Override
    public List<String> columns(byte[] beginning, FileFormat.Csv format) {
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
