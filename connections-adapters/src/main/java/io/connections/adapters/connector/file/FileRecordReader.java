package io.connections.adapters.connector.file;

import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.connection.port.FileStore;
import io.connections.application.run.port.RecordSource.Layout;
import io.connections.application.run.port.RecordSource.Part;
import io.connections.application.run.port.RecordSource.Proof;
import io.connections.application.run.port.RecordSource.RecordReader;
import io.connections.application.run.port.RecordSource.SourceBroken;
import io.connections.application.run.port.RecordSource.SourceRecord;
import io.connections.application.run.port.RecordSource.SourceRecord.Broken;
import io.connections.application.run.port.RecordSource.SourceRecord.Good;
import io.connections.domain.goal.FileSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads one file from its start, and makes sure at both ends that it is the file the run noted.
final class FileRecordReader implements RecordReader {
    private final FileStore store;
    private final FileSource source;
    private final Part part;
    private final FileLimits limits;
    private final RawBytes raw;
    private final Unpacked unpacked;
    private Layout layout;
    private final List<String> empty = new ArrayList<>();
    private String entry = "";
    private Scanner records;
    private long before;
    private long last;
    private boolean ended;

    FileRecordReader(
            FileStore store, FileSource source, Part part, Optional<Proof> proof, FileLimits limits)
            throws ConnectorFailed, SourceBroken {
        this.store = store;
        this.source = source;
        this.part = part;
        this.limits = limits;
        FileChanged.check(part, store.stat(part.path()));
        this.raw =
                new RawBytes(store.read(part.path(), part.size()), part.path(), part.size(), proof);
        try {
            this.unpacked = new Unpacked(raw, source.selection().compression(), limits);
            PlainText first =
                    nextText().orElseThrow(() -> PlainText.nothingPacked(!empty.isEmpty()));
            this.layout = layout(first);
            this.records = first.records();
        } catch (IOException e) {
            close();
            throw Causes.rethrow(e);
        }
    }

    private Optional<PlainText> nextText() throws IOException {
        for (Optional<Unpacked.PlainFile> file = unpacked.next();
                file.isPresent();
                file = unpacked.next()) {
            String name = file.get().name();
            Optional<PlainText> text =
                    PlainText.open(file.get(), source.format(), limits, Ending.WHOLE);
            if (text.isPresent()) {
                entry = name;
                return text;
            }
            empty.add(name);
        }
        return Optional.empty();
    }

    private static Layout layout(PlainText text) {
        return new Layout(text.format(), text.records().fields());
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public String entry() {
        return entry;
    }

    @Override
    public List<String> emptyEntries() {
        return List.copyOf(empty);
    }

    @Override
    public Optional<SourceRecord> next() throws ConnectorFailed, SourceBroken {
        try {
            while (!ended) {
                Optional<SourceRecord> record = records.next();
                if (record.isPresent()) {
                    return Optional.of(numbered(record.get()));
                }
                Optional<PlainText> text = nextText();
                if (text.isEmpty()) {
                    raw.drain();
                    FileChanged.check(part, store.stat(part.path()));
                    ended = true;
                } else {
                    before = last;
                    layout = layout(text.get());
                    records = text.get().records();
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw Causes.rethrow(e);
        }
    }

    /// Scanners count within their plain file; only packages hold several.
    private SourceRecord numbered(SourceRecord record) {
        return switch (record) {
            case Good good -> {
                last = before + good.record().number();
                yield before == 0
                        ? good
                        : new Good(
                                new PlacedRecord(good.record(), last, good.line()), good.weight());
            }
            case Broken broken -> {
                last = before + broken.number();
                yield before == 0
                        ? broken
                        : new Broken(
                                last,
                                broken.line(),
                                broken.reason(),
                                broken.message(),
                                broken.raw());
            }
        };
    }

    @Override
    public long bytesRead() {
        return raw.count();
    }

    @Override
    public Proof proof() {
        return raw.proof();
    }

    @Override
    public void close() {
        try {
            raw.close();
        } catch (IOException _) {
            // Nothing was written, so nothing can be lost; the store's own close cuts the line.
        }
    }
}
