package io.connections.adapters.connector.file;

import io.connections.application.run.port.RecordSource.SourceRecord;
import io.connections.application.run.port.RecordSource.SourceRecord.Broken;
import io.connections.application.run.port.RecordSource.SourceRecord.Good;
import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.FileFormat.Encoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds out how a plain file is laid out, from its beginning.
final class FormatDetector {
    /// As much of a file as is looked at.
    static final int SAMPLE = 256 * 1024;

    private static final int ENOUGH_RECORDS = 200;
    private static final List<Character> SEPARATORS =
            List.of(',', ';', '\t', '|', ':', '^', '~', '\u0001', '\u001F', '¦', '§');
    private static final int MOST_BROKEN_FOR_ONE_VALID = 10;
    private static final int LEAST_OBJECTS_FOR_ONE_OTHER = 9;
    private static final String UNUSED_IN_WINDOWS_1252 = "\u0081\u008D\u008F\u0090\u009D";
    private static final Optional<Character> DOUBLE_QUOTE = Optional.of('"');

    private final FileLimits limits;

    FormatDetector(FileLimits limits) {
        this.limits = limits;
    }

    private record Candidate(FileFormat.Csv format, int width, int good, int read) {
        /// Many fields in nearly every record; one field says nothing.
        double score() {
            double share = read == 0 ? 0 : (double) good / read;
            return width < 2 ? 0 : share * share * Math.min(width, 20);
        }
    }

    /// @param ending whether the sample is the whole file
    FileFormat detect(byte[] sample, Ending ending) {
        Encoding encoding = encoding(sample);
        try {
            if (isJsonLines(sample, encoding, ending)) {
                return new FileFormat.JsonLines(encoding);
            }
            Candidate best = quoting(separator(sample, encoding, ending), sample, ending);
            return withHeader(best.format(), hasHeader(best.format(), sample, ending));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- encoding

    static Encoding encoding(byte[] sample) {
        if (startsWith(sample, 0xFF, 0xFE)) {
            return Encoding.UTF_16_LE;
        }
        if (startsWith(sample, 0xFE, 0xFF)) {
            return Encoding.UTF_16_BE;
        }
        if (startsWith(sample, 0xEF, 0xBB) && sample.length > 2 && sample[2] == (byte) 0xBF) {
            return Encoding.UTF_8;
        }
        int[] zeros = new int[2];
        for (int i = 0; i < sample.length; i++) {
            zeros[i & 1] += sample[i] == 0 ? 1 : 0;
        }
        int many = sample.length / 6;
        int few = sample.length / 50;
        if (sample.length > 3 && zeros[1] > many && zeros[0] <= few) {
            return Encoding.UTF_16_LE;
        }
        if (sample.length > 3 && zeros[0] > many && zeros[1] <= few) {
            return Encoding.UTF_16_BE;
        }
        return isRatherUtf8(sample) ? Encoding.UTF_8 : Encoding.WINDOWS_1252;
    }

    private static boolean startsWith(byte[] sample, int first, int second) {
        return sample.length >= 2 && (sample[0] & 0xFF) == first && (sample[1] & 0xFF) == second;
    }

    /// A file of UTF-8 with broken places is still one, and they are rejected: other encodings
    /// hardly ever make a valid sequence. Nor is it Windows-1252 with bytes that mean nothing
    /// there. What then remains for Windows-1252 may be any encoding of one byte: a guess.
    private static boolean isRatherUtf8(byte[] sample) {
        int valid = 0;
        int invalid = 0;
        int meaningless = 0;
        int i = 0;
        while (i < sample.length) {
            int b = sample[i++];
            if (b >= 0) {
                continue;
            }
            meaningless += UNUSED_IN_WINDOWS_1252.indexOf(b & 0xFF) >= 0 ? 1 : 0;
            int more = (b & 0xE0) == 0xC0 ? 1 : (b & 0xF0) == 0xE0 ? 2 : (b & 0xF8) == 0xF0 ? 3 : 9;
            int following = 0;
            while (following < more && i < sample.length && (sample[i] & 0xC0) == 0x80) {
                following++;
                i++;
            }
            boolean cutOff = more < 9 && following < more && i == sample.length;
            if (following == more) {
                valid++;
            } else if (!cutOff) {
                invalid++;
            }
        }
        return invalid == 0
                || MOST_BROKEN_FOR_ONE_VALID * valid >= invalid
                || MOST_BROKEN_FOR_ONE_VALID * meaningless >= invalid;
    }

    // ---- JSON Lines

    private boolean isJsonLines(byte[] sample, Encoding encoding, Ending ending)
            throws IOException {
        if (!beginsWithBrace(sample)) {
            return false;
        }
        JsonLinesScanner lines =
                new JsonLinesScanner(window(sample, encoding), encoding, limits, ending);
        Optional<SourceRecord> first = lines.next();
        if (first.isEmpty() || first.get() instanceof Good) {
            return true;
        }
        int read = 0;
        int objects = 0;
        for (Optional<SourceRecord> next = first;
                next.isPresent() && read < ENOUGH_RECORDS;
                next = lines.next()) {
            read++;
            objects += isMeantAsObject(next.get()) ? 1 : 0;
        }
        return LEAST_OBJECTS_FOR_ONE_OTHER * (read - objects) <= objects;
    }

    private static boolean beginsWithBrace(byte[] sample) {
        for (byte b : sample) {
            boolean maybeBefore = b <= ' ';
            if (!maybeBefore) {
                return b == '{';
            }
        }
        return false;
    }

    /// Also a broken one. A value in braces, as some write ids, has no quote behind the brace.
    private static boolean isMeantAsObject(SourceRecord line) {
        return switch (line) {
            case Good _ -> true;
            case Broken broken -> {
                String text = broken.raw().strip();
                yield text.startsWith("{") && text.substring(1).strip().startsWith("\"");
            }
        };
    }

    // ---- separated values

    private Candidate separator(byte[] sample, Encoding encoding, Ending ending) {
        List<Candidate> candidates = new ArrayList<>();
        for (char separator : SEPARATORS) {
            candidates.add(
                    tried(
                            new FileFormat.Csv(
                                    encoding, separator, DOUBLE_QUOTE, Optional.empty(), false),
                            sample,
                            ending));
            candidates.add(
                    tried(
                            new FileFormat.Csv(
                                    encoding, separator, Optional.empty(), Optional.empty(), false),
                            sample,
                            ending));
        }
        Candidate best = best(candidates);
        return tried(
                new FileFormat.Csv(
                        encoding, best.format().separator(), DOUBLE_QUOTE, Optional.empty(), false),
                sample,
                ending);
    }

    /// Other ways of quoting must be better by far to be preferred to the usual one. That a quote
    /// is only a letter is believed when most records say so: a few that cannot be read are broken,
    /// and nobody would hear of it.
    private Candidate quoting(Candidate usual, byte[] sample, Ending ending) {
        FileFormat.Csv format = usual.format();
        List<Candidate> others = new ArrayList<>();
        if (contains(sample, '\\')) {
            others.add(with(format, DOUBLE_QUOTE, Optional.of('\\'), sample, ending));
        }
        if (contains(sample, '\'') && !contains(sample, '"')) {
            others.add(with(format, Optional.of('\''), Optional.empty(), sample, ending));
            if (contains(sample, '\\')) {
                others.add(with(format, Optional.of('\''), Optional.of('\\'), sample, ending));
            }
        }
        if (contains(sample, '"') && 2 * usual.good() < usual.read()) {
            others.add(with(format, Optional.empty(), Optional.empty(), sample, ending));
        }
        if (others.isEmpty()) {
            return usual;
        }
        Candidate other = best(others);
        boolean quotedThroughout =
                other.format().quote().equals(Optional.of('\''))
                        && other.good() == other.read()
                        && isQuotedSomewhere(sample, format.separator(), '\'');
        return other.score() > usual.score() * 1.02 || quotedThroughout ? other : usual;
    }

    private Candidate with(
            FileFormat.Csv format,
            Optional<Character> quote,
            Optional<Character> escape,
            byte[] sample,
            Ending ending) {
        return tried(
                new FileFormat.Csv(
                        format.encoding(), format.separator(), quote, escape, format.header()),
                sample,
                ending);
    }

    /// A field in these quotes from one separator to the next.
    private static boolean isQuotedSomewhere(byte[] sample, char separator, char quote) {
        boolean opened = false;
        for (int i = 1; i + 1 < sample.length; i++) {
            opened |= sample[i - 1] == separator && sample[i] == quote;
            if (opened && sample[i] == quote && sample[i + 1] == separator) {
                return true;
            }
        }
        return false;
    }

    private static Candidate best(List<Candidate> candidates) {
        return candidates.stream()
                .reduce((one, other) -> other.score() > one.score() ? other : one)
                .orElseThrow();
    }

    private Candidate tried(FileFormat.Csv format, byte[] sample, Ending ending) {
        int read = 0;
        int good = 0;
        int width = 0;
        try {
            CsvScanner scanner =
                    new CsvScanner(window(sample, format.encoding()), format, limits, ending);
            width = scanner.fields().size();
            for (Optional<SourceRecord> next = scanner.next();
                    next.isPresent() && read < ENOUGH_RECORDS;
                    next = scanner.next()) {
                read++;
                good += next.get() instanceof Good ? 1 : 0;
            }
        } catch (IOException e) {
            // The first line cannot be read this way.
            return new Candidate(format, width, 0, 1);
        }
        return new Candidate(format, width, good, read);
    }

    private static FileFormat.Csv withHeader(FileFormat.Csv format, boolean header) {
        return new FileFormat.Csv(
                format.encoding(), format.separator(), format.quote(), format.escape(), header);
    }

    /// A header's names are filled in, different from one another and from all that stands below
    /// them, and look like words.
    private boolean hasHeader(FileFormat.Csv format, byte[] sample, Ending ending) {
        try {
            CsvScanner scanner =
                    new CsvScanner(window(sample, format.encoding()), format, limits, ending);
            Optional<SourceRecord> first = scanner.next();
            if (first.isEmpty() || !(first.get() instanceof Good names)) {
                return true;
            }
            Set<String> seen = new HashSet<>();
            int empty = 0;
            for (String field : scanner.fields()) {
                String name = names.record().values(field).stream().findFirst().orElse("");
                empty += name.isBlank() ? 1 : 0;
                if (isValue(name.strip())) {
                    return false;
                }
            }
            if (2 * empty > scanner.fields().size()) {
                return false;
            }
            for (int i = 0; i < ENOUGH_RECORDS; i++) {
                Optional<SourceRecord> next = scanner.next();
                if (next.isEmpty()) {
                    break;
                }
                if (next.get() instanceof Good below) {
                    for (String field : scanner.fields()) {
                        List<String> name = names.record().values(field);
                        if (!name.isEmpty() && name.equals(below.record().values(field))) {
                            seen.add(field);
                        }
                    }
                }
            }
            return seen.isEmpty();
        } catch (IOException e) {
            return true;
        }
    }

    /// A number, a time, a phone number or an address: nothing that one calls a column.
    private static boolean isValue(String text) {
        boolean digits = text.chars().anyMatch(Character::isDigit);
        boolean letters = text.chars().anyMatch(Character::isLetter);
        boolean numeric = digits && !letters;
        return numeric || text.indexOf('@') > 0;
    }

    private static boolean contains(byte[] sample, char sign) {
        for (byte b : sample) {
            if (b == sign) {
                return true;
            }
        }
        return false;
    }

    private Window window(byte[] sample, Encoding encoding) throws IOException {
        return new Window(
                Utf8Bytes.of(new ByteArrayInputStream(sample), encoding), limits.recordBytes());
    }
}
