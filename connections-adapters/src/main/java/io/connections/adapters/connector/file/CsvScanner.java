package io.connections.adapters.connector.file;

import static io.connections.adapters.connector.file.CsvDialect.CARRIAGE_RETURN;
import static io.connections.adapters.connector.file.CsvDialect.ESCAPE;
import static io.connections.adapters.connector.file.CsvDialect.LINE_FEED;
import static io.connections.adapters.connector.file.CsvDialect.NUL;
import static io.connections.adapters.connector.file.CsvDialect.QUOTE;
import static io.connections.adapters.connector.file.CsvDialect.SEPARATOR;

import io.connections.application.run.port.RecordSource.SourceRecord;
import io.connections.application.run.port.RecordSource.SourceRecord.Broken;
import io.connections.application.run.port.RecordSource.SourceRecord.Good;
import io.connections.domain.goal.FileFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Separated values, scanned as bytes. A place that cannot be read becomes a broken record of one
/// line and scanning goes on behind that line; so a stray quote costs its own line, not all up to
/// the next quote.
final class CsvScanner implements Scanner {
    private final CsvDialect dialect;
    private final byte[] meaning;
    private final Window window;
    private final FileLimits limits;
    private final Ending ending;
    private final String encoding;
    private final RawText text = new RawText();
    private final CsvHeader header;
    private boolean scanned;
    private Found found = Found.END;
    private long number;
    private long line = 1;

    // The record being scanned; places are counted from the window's start.
    private final int[] bounds;
    private int count;
    private int end;
    private int innerLines;
    private int firstInnerLineEnd;
    private int signs;
    private boolean nul;

    private enum Found {
        RECORD,
        LAST_RECORD,
        END,
        UNCLOSED_QUOTE,
        TEXT_AFTER_QUOTE,
        TOO_LONG
    }

    CsvScanner(Window window, FileFormat.Csv format, FileLimits limits, Ending ending)
            throws IOException {
        this(window, format, limits, ending, Optional.empty());
    }

    /// @param known the fields' names, for records without their header
    CsvScanner(
            Window window,
            FileFormat.Csv format,
            FileLimits limits,
            Ending ending,
            Optional<CsvHeader> known)
            throws IOException {
        this.dialect = new CsvDialect(format);
        this.meaning = dialect.meaning;
        this.window = window;
        this.limits = limits;
        this.ending = ending;
        this.encoding = format.encoding().name().replace('_', '-');
        this.bounds = new int[2 * limits.columns()];
        this.header = known.isPresent() ? known.get() : readHeader(format.header());
    }

    @Override
    public List<String> fields() {
        return header.names();
    }

    @Override
    public Optional<SourceRecord> next() throws IOException {
        if (!scanned) {
            scanLine();
        }
        scanned = false;
        boolean mayBeCutOff = found != Found.RECORD && found != Found.TOO_LONG;
        boolean cutOff = mayBeCutOff && ending == Ending.CUT_OFF && atEnd();
        if (found == Found.END || cutOff) {
            return Optional.empty();
        }
        number++;
        return Optional.of(
                switch (found) {
                    case RECORD, LAST_RECORD -> record();
                    case UNCLOSED_QUOTE ->
                            brokenLine("unclosed-quote", "A quote is opened and never closed.");
                    case TEXT_AFTER_QUOTE ->
                            brokenLine(
                                    "text-after-quote",
                                    "After a closing quote there is text before the next separator. A quote within quotes must be doubled or escaped.");
                    case TOO_LONG ->
                            firstInnerLineEnd >= 0
                                    ? brokenLine(
                                            "unclosed-quote",
                                            "A quote is opened and not closed within %,d bytes."
                                                    .formatted(limits.recordBytes()))
                                    : brokenLine(
                                            "line-too-long",
                                            "The record is longer than %,d bytes."
                                                    .formatted(limits.recordBytes()));
                    case END -> throw new IllegalStateException();
                });
    }

    private boolean atEnd() throws IOException {
        return found == Found.LAST_RECORD
                || found == Found.UNCLOSED_QUOTE
                || window.peek() == Window.ENDED;
    }

    private SourceRecord record() {
        int start = window.start;
        int stop = start + end;
        long first = line;
        passRecord();
        if (signs < 0 && !text.isUtf8(window.bytes, start, stop)) {
            return broken(
                    first,
                    "not-" + encoding.toLowerCase(Locale.ROOT),
                    "The text is not %s.".formatted(encoding),
                    start,
                    stop);
        }
        if (nul) {
            return broken(first, "nul-character", "The text holds a NUL character.", start, stop);
        }
        if (count != header.width()) {
            return broken(
                    first,
                    "ragged-line",
                    "The record has %,d fields where %,d are expected."
                            .formatted(count, header.width()),
                    start,
                    stop);
        }
        return new Good(
                new CsvRow(
                        dialect,
                        header,
                        number,
                        first,
                        Arrays.copyOfRange(window.bytes, start, stop),
                        Arrays.copyOf(bounds, 2 * count)),
                CsvRow.weight(stop - start, count));
    }

    private void passRecord() {
        line += innerLines + (found == Found.RECORD ? 1 : 0);
        window.start = window.at;
    }

    private Broken broken(long at, String reason, String message, int start, int stop) {
        return new Broken(number, at, reason, message, RawText.of(window.bytes, start, stop));
    }

    private Broken brokenLine(String reason, String message) throws IOException {
        if (firstInnerLineEnd >= 0) {
            window.at = window.start + firstInnerLineEnd;
        }
        return new Broken(number, line++, reason, message, window.passLine());
    }

    // ---- header

    private CsvHeader readHeader(boolean named) throws IOException {
        scanLine();
        switch (found) {
            case END ->
                    throw new BrokenStream(
                            PlainText.EMPTY,
                            "The file is empty: it has no line.",
                            "Have it written again, with its header line first.");
            case UNCLOSED_QUOTE, TEXT_AFTER_QUOTE ->
                    throw unusable("A quote in its first line is not closed where it should be");
            case TOO_LONG ->
                    throw new BrokenStream(
                            "line-too-long",
                            "The first line is longer than %,d bytes."
                                    .formatted(limits.recordBytes()),
                            "Check that the file is text with one record per line.");
            case RECORD, LAST_RECORD -> {}
        }
        if (count > limits.columns()) {
            throw new BrokenStream(
                    "too-many-columns",
                    "The file has %,d columns; %,d are allowed.".formatted(count, limits.columns()),
                    "Send a file with fewer columns, or let the operator raise the limit.");
        }
        if (signs < 0 && !text.isUtf8(window.bytes, window.start, window.start + end)) {
            throw unusable("Its first line is not %s".formatted(encoding));
        }
        if (!named) {
            scanned = true;
            return new CsvHeader(unnamed());
        }
        CsvHeader names = new CsvHeader(names());
        passRecord();
        return names;
    }

    private static BrokenStream unusable(String what) {
        return new BrokenStream(
                "header-unreadable",
                what + ".",
                "Check separator, quote sign and encoding in the goal's options.");
    }

    private List<String> unnamed() {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            names.add("column_" + i);
        }
        return names;
    }

    private List<String> names() throws IOException {
        CsvRow row =
                new CsvRow(
                        dialect,
                        new CsvHeader(unnamed()),
                        0,
                        line,
                        Arrays.copyOfRange(window.bytes, window.start, window.start + end),
                        Arrays.copyOf(bounds, 2 * count));
        Map<String, Integer> seen = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (String place : unnamed()) {
            String name = row.values(place).stream().findFirst().orElse("").strip();
            name = name.isEmpty() ? place : name;
            names.add(name);
            Integer earlier = seen.put(name.toLowerCase(Locale.ROOT), names.size());
            if (earlier != null) {
                throw new BrokenStream(
                        "duplicate-header",
                        "The header has “%s” twice: as column %d and as column %d."
                                .formatted(name, earlier, names.size()),
                        "Have each column named once; capitals make no difference.");
            }
        }
        return names;
    }

    // ---- scanning

    /// Finds the next record that is not an empty line.
    private void scanLine() throws IOException {
        found = scan();
        while (found == Found.RECORD && end == 0) {
            passRecord();
            found = scan();
        }
    }

    private Found scan() throws IOException {
        count = 0;
        innerLines = 0;
        firstInnerLineEnd = -1;
        signs = 0;
        nul = false;
        end = 0;
        if (window.peek() == Window.ENDED) {
            return Found.END;
        }
        while (true) {
            int sign = window.peek();
            boolean quoted = sign >= 0 && meaning[sign] == QUOTE;
            boolean closed = quoted ? quotedField() : unquotedField();
            int next = window.peek();
            if (next == Window.TOO_LONG) {
                return Found.TOO_LONG;
            }
            if (!closed) {
                return Found.UNCLOSED_QUOTE;
            }
            end = window.at - window.start;
            if (next == Window.ENDED) {
                return Found.LAST_RECORD;
            }
            switch (meaning[next]) {
                case SEPARATOR -> {
                    if (!isSeparator()) {
                        return Found.TEXT_AFTER_QUOTE;
                    }
                    window.at += dialect.separator.length;
                }
                case LINE_FEED, CARRIAGE_RETURN -> {
                    window.passLineEnd();
                    return Found.RECORD;
                }
                default -> {
                    return Found.TEXT_AFTER_QUOTE;
                }
            }
        }
    }

    private boolean unquotedField() throws IOException {
        int start = window.at - window.start;
        boolean escaped = false;
        while (true) {
            passPlain();
            int sign = window.peek();
            if (sign < 0) {
                break;
            }
            byte what = meaning[sign];
            if (what == LINE_FEED
                    || what == CARRIAGE_RETURN
                    || (what == SEPARATOR && isSeparator())) {
                break;
            }
            pass(sign);
            if (what == ESCAPE) {
                escaped |= passEscaped();
            }
        }
        add(start, window.at - window.start, escaped);
        return true;
    }

    /// @return whether the quote was closed
    private boolean quotedField() throws IOException {
        window.at++;
        int start = window.at - window.start;
        boolean escaped = false;
        while (true) {
            passPlain();
            int sign = window.peek();
            if (sign < 0) {
                return false;
            }
            switch (meaning[sign]) {
                case QUOTE -> {
                    window.at++;
                    int next = window.peek();
                    if (next < 0 || meaning[next] != QUOTE) {
                        add(start, window.at - 1 - window.start, escaped);
                        return true;
                    }
                    window.at++;
                    escaped = true;
                }
                case LINE_FEED, CARRIAGE_RETURN -> passInnerLineEnd();
                default -> {
                    pass(sign);
                    if (meaning[sign] == ESCAPE) {
                        escaped |= passEscaped();
                    }
                }
            }
        }
    }

    private void passPlain() {
        byte[] bytes = window.bytes;
        byte[] meanings = meaning;
        int limit = window.limit;
        int at = window.at;
        int seen = 0;
        while (at < limit) {
            int sign = bytes[at];
            if (meanings[sign & 0xFF] != 0) {
                break;
            }
            seen |= sign;
            at++;
        }
        signs |= seen;
        window.at = at;
    }

    private void pass(int sign) {
        signs |= (byte) sign;
        nul |= meaning[sign] == NUL;
        window.at++;
    }

    private boolean passEscaped() throws IOException {
        int sign = window.peek();
        if (sign < 0 || !dialect.escapable((byte) sign)) {
            return false;
        }
        if (sign == '\n') {
            passInnerLineEnd();
        } else {
            pass(sign);
        }
        return true;
    }

    private void passInnerLineEnd() throws IOException {
        if (firstInnerLineEnd < 0) {
            firstInnerLineEnd = window.at - window.start;
        }
        innerLines++;
        window.passLineEnd();
    }

    private boolean isSeparator() throws IOException {
        byte[] separator = dialect.separator;
        if (separator.length == 1) {
            return true;
        }
        int place = window.at - window.start;
        boolean same = true;
        for (int i = 0; i < separator.length && same; i++) {
            window.at = window.start + place + i;
            same = window.peek() == (separator[i] & 0xFF);
        }
        window.at = window.start + place;
        return same;
    }

    private void add(int start, int stop, boolean escaped) {
        if (2 * count < bounds.length) {
            bounds[2 * count] = start;
            bounds[2 * count + 1] = escaped ? ~stop : stop;
        }
        count++;
    }
}
