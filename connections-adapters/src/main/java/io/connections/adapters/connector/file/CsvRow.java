package io.connections.adapters.connector.file;

import io.connections.domain.goal.InputRecord;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A record of separated values: its bytes, and where in them each field is. A field becomes text
/// only when somebody asks for it, so the reading thread pays for no field that is not mapped.
final class CsvRow implements InputRecord {
    private static final int BESIDES_ITS_ARRAYS = 120;

    private final CsvDialect dialect;
    private final CsvHeader header;
    private final long number;
    private final long line;
    private final byte[] bytes;
    private final int[] bounds;

    /// @param bounds start and end of each field; the end is complemented where there is something
    ///     to unescape
    CsvRow(
            CsvDialect dialect,
            CsvHeader header,
            long number,
            long line,
            byte[] bytes,
            int[] bounds) {
        this.dialect = dialect;
        this.header = header;
        this.number = number;
        this.line = line;
        this.bytes = bytes;
        this.bounds = bounds;
    }

    /// A field takes its two bounds, even one without a value.
    static long weight(int bytes, int fields) {
        return 2L * Integer.BYTES * fields + bytes + BESIDES_ITS_ARRAYS;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public List<String> values(String field) {
        return header.place(field).map(this::values).orElse(List.of());
    }

    private List<String> values(int place) {
        int start = bounds[2 * place];
        int end = bounds[2 * place + 1];
        if (end < 0) {
            return List.of(dialect.unescape(bytes, start, ~end));
        }
        return start == end
                ? List.of()
                : List.of(new String(bytes, start, end - start, StandardCharsets.UTF_8));
    }

    @Override
    public Map<String, List<String>> fields() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (int i = 0; i < header.width(); i++) {
            List<String> values = values(i);
            if (!values.isEmpty()) {
                fields.put(header.names().get(i), values);
            }
        }
        return fields;
    }

    @Override
    public String raw() {
        return RawText.of(bytes, 0, bytes.length);
    }
}
