package io.connections.application.run.port;

import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.run.port.RecordSource.Layout;
import io.connections.application.run.port.RecordSource.Proof;
import io.connections.application.run.port.RecordSource.RecordReader;
import io.connections.application.run.port.RecordSource.SourceBroken;
import io.connections.application.run.port.RecordSource.SourceRecord;
import io.connections.application.run.port.RecordSource.SourceRecord.Broken;
import io.connections.application.run.port.RecordSource.SourceRecord.Good;
import io.connections.domain.goal.InputRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads lines of cells, and our own download of rejected records.
final class PlainCsvReader implements RecordReader {
    /// Much more than its text has bytes.
    private static final long WEIGHT_OF_A_FIELD = 1_000;

    /// At the end: whether the part is still what it was.
    interface LastCheck {
        void run() throws ConnectorFailed, SourceBroken;
    }

    private static final String DOWNLOAD = "line,reason,raw";

    private final byte[] whole;
    private final List<String> lines;
    private final List<String> header;
    private final boolean download;
    private final Optional<Proof> expected;
    private final LastCheck lastCheck;
    private int number;

    /// @param original fields of what a download was rejected from
    PlainCsvReader(
            byte[] whole, List<String> original, Optional<Proof> expected, LastCheck lastCheck)
            throws SourceBroken {
        this.whole = whole;
        this.lines = new String(whole, StandardCharsets.UTF_8).lines().toList();
        this.expected = expected;
        this.lastCheck = lastCheck;
        if (lines.isEmpty()) {
            throw new SourceBroken("file-empty", "It is empty.", "Send another.");
        }
        this.download = lines.getFirst().equals(DOWNLOAD);
        this.header = download ? original : cells(lines.getFirst());
    }

    static SourceBroken changed() {
        return new SourceBroken("file-changed", "It has changed.", "Start a new run.");
    }

    @Override
    public Layout layout() {
        return new Layout(InMemoryRecordSources.PLAIN_CSV, header);
    }

    @Override
    public Optional<SourceRecord> next() throws ConnectorFailed, SourceBroken {
        if (number + 1 >= lines.size()) {
            if (expected.isPresent()
                    && !proof((int) expected.get().bytes()).equals(expected.get())) {
                throw changed();
            }
            lastCheck.run();
            return Optional.empty();
        }
        number++;
        return Optional.of(record(lines.get(number)));
    }

    private SourceRecord record(String line) {
        String raw = line;
        long at = number + 1L;
        if (download) {
            String[] row = line.split(",", 3);
            at = Long.parseLong(row[0]);
            raw = row[2].replace("\"", "");
        }
        List<String> cells = cells(raw);
        return cells.size() == header.size()
                ? new Good(new Row(number, at, named(cells), raw), WEIGHT_OF_A_FIELD * cells.size())
                : new Broken(number, at, "ragged-line", "Too short.", raw);
    }

    private Map<String, List<String>> named(List<String> cells) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                fields.put(header.get(i), List.of(cells.get(i)));
            }
        }
        return fields;
    }

    private static List<String> cells(String line) {
        return List.of(line.split(",", -1));
    }

    @Override
    public long bytesRead() {
        return lines.subList(0, number + 1).stream()
                .mapToLong(line -> line.getBytes(StandardCharsets.UTF_8).length + 1L)
                .sum();
    }

    @Override
    public Proof proof() {
        return proof((int) bytesRead());
    }

    private Proof proof(int bytes) {
        try {
            byte[] sha256 =
                    MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(whole, bytes));
            return new Proof(bytes, HexFormat.of().formatHex(sha256));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {}

    private record Row(long number, long line, Map<String, List<String>> fields, String raw)
            implements InputRecord {
        @Override
        public List<String> values(String field) {
            return fields.getOrDefault(field, List.of());
        }
    }
}
