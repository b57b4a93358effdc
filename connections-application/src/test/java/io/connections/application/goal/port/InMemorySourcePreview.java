package io.connections.application.goal.port;

import static io.connections.domain.goal.GoalFixtures.record;

import io.connections.application.connection.port.Access;
import io.connections.application.connection.port.Connector;
import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.connection.port.FileStore;
import io.connections.application.connection.port.FileStore.RemoteFile;
import io.connections.application.connection.port.InMemoryFiles;
import io.connections.application.run.port.RecordSource.SourceBroken;
import io.connections.application.run.port.RecordSource.SourceRecord.Broken;
import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.FileFormat.Encoding;
import io.connections.domain.goal.FileSource;
import io.connections.domain.goal.InputRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every file is CSV with commas and a header, and quotes nothing.
public final class InMemorySourcePreview implements SourcePreview {
    private static final int RECORDS = 200;
    private static final FileFormat PLAIN_CSV =
            new FileFormat.Csv(Encoding.UTF_8, ',', Optional.of('"'), Optional.empty(), true);

    @Override
    public Preview preview(Connector.Files connector, Access access, FileSource source)
            throws ConnectorFailed, SourceBroken {
        try (FileStore store = connector.open(access)) {
            List<RemoteFile> files = InMemoryFiles.selected(store, source.selection());
            List<String> lines = lines(store, files.getFirst());
            if (lines.isEmpty()) {
                throw new SourceBroken("file-empty", "It is empty.", "Send another.");
            }
            String[] header = cells(lines.getFirst());
            List<InputRecord> records = new ArrayList<>();
            List<Broken> broken = new ArrayList<>();
            for (int number = 1; number < lines.size() && records.size() < RECORDS; number++) {
                String line = lines.get(number);
                if (cells(line).length == header.length) {
                    records.add(record(number, named(header, cells(line))));
                } else {
                    broken.add(new Broken(number, number + 1, "ragged-line", "Too short.", line));
                }
            }
            return new Preview(
                    files,
                    source.format().orElse(PLAIN_CSV),
                    PLAIN_CSV,
                    List.of(header),
                    records,
                    broken,
                    lines.size() == 1 ? Optional.of("There is no record.") : Optional.empty());
        }
    }

    private static List<String> lines(FileStore store, RemoteFile file) throws ConnectorFailed {
        try (InputStream bytes = store.read(file.path())) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] cells(String line) {
        return line.split(",", -1);
    }

    private static String[] named(String[] header, String[] cells) {
        String[] named = new String[2 * header.length];
        for (int i = 0; i < header.length; i++) {
            named[2 * i] = header[i];
            named[2 * i + 1] = cells[i];
        }
        return named;
    }
}
