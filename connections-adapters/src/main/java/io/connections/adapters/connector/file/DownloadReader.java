package io.connections.adapters.connector.file;

import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.run.port.RecordSource.Layout;
import io.connections.application.run.port.RecordSource.Proof;
import io.connections.application.run.port.RecordSource.RecordReader;
import io.connections.application.run.port.RecordSource.SourceBroken;
import io.connections.application.run.port.RecordSource.SourceRecord;
import io.connections.application.run.port.RecordSource.SourceRecord.Broken;
import io.connections.application.run.port.RecordSource.SourceRecord.Good;
import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.FileFormat.Encoding;
import io.connections.domain.goal.InputRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads our own download of rejected records: each row's `raw` is a record of the layout it was
/// rejected from, which is never guessed, and stands on the line it had there.
final class DownloadReader implements RecordReader {
    private final RecordReader rows;
    private final Originals originals;
    private final FileLimits limits;
    private Layout layout;
    private CsvHeader header;

    DownloadReader(RecordReader rows, Originals originals, FileLimits limits) {
        this.rows = rows;
        this.originals = originals;
        this.limits = limits;
        this.layout = originals.first();
        this.header = new CsvHeader(layout.fields());
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public Optional<SourceRecord> next() throws ConnectorFailed, SourceBroken {
        Optional<SourceRecord> row = rows.next();
        if (row.isEmpty() || !(row.get() instanceof Good good)) {
            follow(Originals.UNKNOWN);
            return row;
        }
        InputRecord cells = good.record();
        String raw = cells.values("raw").stream().findFirst().orElse("");
        long line = line(cells);
        follow(originals.of(cells));
        if (layout.equals(Originals.UNKNOWN)) {
            return Optional.of(
                    new Broken(
                            cells.number(),
                            line,
                            "file-unknown",
                            "The run that is mended read files with different columns, and “file” and “record” do not say which of them this record is from. Leave both as they were in the download.",
                            raw));
        }
        if (raw.contains(InputRecord.CUT_OFF)) {
            return Optional.of(
                    new Broken(
                            cells.number(),
                            line,
                            "cut-off",
                            "The record is longer than the download keeps, so it is not imported in part. Mend it in its own file and run the connection, or upload a file like that one with this record alone.",
                            raw));
        }
        try {
            Scanner scanner = scanner(raw);
            SourceRecord record =
                    scanner.next()
                            .orElseGet(
                                    () ->
                                            new Broken(
                                                    cells.number(),
                                                    line,
                                                    "ragged-line",
                                                    "The column “raw” is empty.",
                                                    cells.raw()));
            // It counts as one record: where it went in as one, it comes out as one.
            if (record instanceof Good && scanner.next().isPresent()) {
                return Optional.of(
                        new Broken(
                                cells.number(),
                                line,
                                "several-records",
                                "The column “raw” holds more than one record. Give each a row of its own, with the same file and record.",
                                raw));
            }
            return Optional.of(
                    switch (record) {
                        case Good(InputRecord mended, long weight) ->
                                new Good(new PlacedRecord(mended, cells.number(), line), weight);
                        case Broken broken ->
                                new Broken(
                                        cells.number(),
                                        line,
                                        broken.reason(),
                                        broken.message(),
                                        raw);
                    });
        } catch (IOException e) {
            throw Causes.rethrow(e);
        }
    }

    private void follow(Layout next) {
        if (!next.equals(layout)) {
            layout = next;
            header = new CsvHeader(next.fields());
        }
    }

    private Scanner scanner(String raw) throws IOException {
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        Window window =
                new Window(new ByteArrayInputStream(bytes), limits.recordBytes(), bytes.length + 1);
        return switch (layout.format()) {
            case FileFormat.Csv csv ->
                    new CsvScanner(window, csv, limits, Ending.WHOLE, Optional.of(header));
            case FileFormat.JsonLines _ ->
                    new JsonLinesScanner(window, Encoding.UTF_8, limits, Ending.WHOLE);
        };
    }

    private static long line(InputRecord cells) {
        String text = cells.values("line").stream().findFirst().orElse("");
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException _) {
            return cells.line();
        }
    }

    @Override
    public long bytesRead() {
        return rows.bytesRead();
    }

    @Override
    public Proof proof() {
        return rows.proof();
    }

    @Override
    public void close() {
        rows.close();
    }
}
