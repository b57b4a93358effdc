package io.connections.adapters.connector.file;

import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.run.port.RecordSource.Part;
import io.connections.application.run.port.RecordSource.Proof;
import io.connections.application.run.port.RecordSource.RecordReader;
import io.connections.application.run.port.RecordSource.SourceBroken;
import io.connections.application.run.port.RecordSource.SourceRecord;
import io.connections.application.run.port.RecordSource.SourceRecord.Broken;
import io.connections.application.run.port.RecordSource.SourceRecord.Good;
import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.FileFormat.Encoding;
import io.connections.domain.goal.FileSelection;
import io.connections.domain.goal.FileSelection.AfterImport;
import io.connections.domain.goal.FileSelection.Compression;
import io.connections.domain.goal.FileSelection.Pick;
import io.connections.domain.goal.FileSource;
import io.connections.domain.goal.InputRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a file of a local folder through the real record source.
final class Reading {
    static final FileFormat.Csv COMMA =
            new FileFormat.Csv(Encoding.UTF_8, ',', Optional.of('"'), Optional.empty(), true);

    private final Path folder;
    private Optional<FileFormat> format = Optional.of(COMMA);
    private FileLimits limits = FileLimits.DEFAULT;
    private Compression compression = Compression.AUTO;
    private Pick pick = Pick.ALL_BY_NAME;
    private AfterImport afterImport = new AfterImport.Leave();

    Reading(Path folder) {
        this.folder = folder;
    }

    Reading as(FileFormat chosen) {
        format = Optional.of(chosen);
        return this;
    }

    Reading detecting() {
        format = Optional.empty();
        return this;
    }

    Reading within(FileLimits chosen) {
        limits = chosen;
        return this;
    }

    Reading unpacking(Compression chosen) {
        compression = chosen;
        return this;
    }

    Reading picking(Pick chosen) {
        pick = chosen;
        return this;
    }

    Reading then(AfterImport chosen) {
        afterImport = chosen;
        return this;
    }

    FileRecordSource source(String pattern) {
        return new FileRecordSource(
                new LocalFolder(folder),
                new FileSource(
                        new FileSelection("", pattern, pick, compression, afterImport), format),
                limits);
    }

    RecordReader open(String name) throws ConnectorFailed, SourceBroken {
        return open(name, Optional.empty());
    }

    RecordReader open(String name, Optional<Proof> proof) throws ConnectorFailed, SourceBroken {
        return source(name).open(part(name), proof);
    }

    Part part(String name) throws ConnectorFailed {
        var file = new LocalFolder(folder).stat(name);
        return new Part(file.path(), file.size(), file.modified());
    }

    List<SourceRecord> all(String name) throws ConnectorFailed, SourceBroken {
        try (RecordReader reader = open(name)) {
            return rest(reader);
        }
    }

    List<SourceRecord> text(String text) throws ConnectorFailed, SourceBroken {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    List<SourceRecord> bytes(byte[] bytes) throws ConnectorFailed, SourceBroken {
        write("in", bytes);
        return all("in");
    }

    void write(String name, byte[] bytes) {
        try {
            Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<SourceRecord> rest(RecordReader reader) throws ConnectorFailed, SourceBroken {
        List<SourceRecord> records = new ArrayList<>();
        for (var next = reader.next(); next.isPresent(); next = reader.next()) {
            records.add(next.get());
        }
        return records;
    }

    static List<InputRecord> good(List<SourceRecord> records) {
        return records.stream()
                .filter(Good.class::isInstance)
                .map(record -> ((Good) record).record())
                .toList();
    }

    static List<Broken> broken(List<SourceRecord> records) {
        return records.stream().filter(Broken.class::isInstance).map(Broken.class::cast).toList();
    }
}
