package io.connections.adapters.connector.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.connections.application.run.port.RecordSource.SourceRecord;
import io.connections.application.run.port.RecordSource.SourceRecord.Broken;
import io.connections.application.run.port.RecordSource.SourceRecord.Good;
import io.connections.domain.goal.FileFormat.Encoding;
import io.connections.domain.goal.InputRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One JSON object per line.
final class JsonLinesScanner implements Scanner {
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build();

    private static final int PER_FIELD = 200;
    private static final int PER_VALUE = 64;

    private final Window window;
    private final FileLimits limits;
    private final Ending ending;
    private final String encoding;
    private final RawText text = new RawText();
    private long number;
    private long line = 1;

    private record Row(long number, long line, Map<String, List<String>> fields, String raw)
            implements InputRecord {
        @Override
        public List<String> values(String field) {
            return fields.getOrDefault(field, List.of());
        }
    }

    JsonLinesScanner(Window window, Encoding encoding, FileLimits limits, Ending ending) {
        this.window = window;
        this.limits = limits;
        this.ending = ending;
        this.encoding = encoding.name().replace('_', '-');
    }

    @Override
    public List<String> fields() {
        return List.of();
    }

    @Override
    public Optional<SourceRecord> next() throws IOException {
        while (true) {
            int signs = 0;
            int sign = window.peek();
            if (sign == Window.ENDED) {
                return Optional.empty();
            }
            while (sign >= 0 && sign != '\n' && sign != '\r') {
                signs |= (byte) sign;
                window.at++;
                sign = window.peek();
            }
            if (sign == Window.ENDED && ending == Ending.CUT_OFF) {
                return Optional.empty();
            }
            if (sign == Window.TOO_LONG) {
                return Optional.of(
                        new Broken(
                                ++number,
                                line++,
                                "line-too-long",
                                "The record is longer than %,d bytes."
                                        .formatted(limits.recordBytes()),
                                window.passLine()));
            }
            byte[] bytes = Arrays.copyOfRange(window.bytes, window.start, window.at);
            window.passLineEnd();
            window.start = window.at;
            line++;
            if (!isBlank(bytes)) {
                number++;
                return Optional.of(record(bytes, signs < 0));
            }
        }
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    private SourceRecord record(byte[] bytes, boolean beyondAscii) throws IOException {
        if (beyondAscii && !text.isUtf8(bytes, 0, bytes.length)) {
            return broken(
                    "not-" + encoding.toLowerCase(Locale.ROOT),
                    "The text is not %s.".formatted(encoding),
                    bytes);
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return broken("not-json", "The line is not a JSON object.", bytes);
            }
            object(parser, "", fields);
            if (parser.nextToken() != null) {
                return broken("not-json", "Behind the JSON object there is more text.", bytes);
            }
        } catch (JsonProcessingException e) {
            return broken("not-json", "The line is not JSON: " + e.getOriginalMessage(), bytes);
        }
        if (fields.size() > limits.columns()) {
            return broken(
                    "too-many-columns",
                    "The record has %,d fields; %,d are allowed."
                            .formatted(fields.size(), limits.columns()),
                    bytes);
        }
        for (List<String> values : fields.values()) {
            for (String value : values) {
                if (value.indexOf(0) >= 0) {
                    return broken("nul-character", "The text holds a NUL character.", bytes);
                }
            }
        }
        return new Good(
                new Row(number, line - 1, fields, RawText.of(bytes, 0, bytes.length)),
                weight(bytes.length, fields));
    }

    /// The text as it stands, the texts taken out of it, and what holds each of these.
    private static long weight(int bytes, Map<String, List<String>> fields) {
        long values = 0;
        for (List<String> each : fields.values()) {
            values += each.size();
        }
        return 4L * bytes + (long) PER_FIELD * (1 + fields.size()) + PER_VALUE * values;
    }

    private Broken broken(String reason, String message, byte[] bytes) {
        return new Broken(number, line - 1, reason, message, RawText.of(bytes, 0, bytes.length));
    }

    private static void object(JsonParser parser, String prefix, Map<String, List<String>> fields)
            throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = prefix + parser.currentName();
            parser.nextToken();
            value(parser, name, fields);
        }
    }

    private static void value(JsonParser parser, String name, Map<String, List<String>> fields)
            throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            object(parser, name + ".", fields);
        } else if (token == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                value(parser, name, fields);
            }
        } else if (token != JsonToken.VALUE_NULL) {
            String text = parser.getText();
            if (!text.isEmpty()) {
                fields.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(text);
            }
        }
    }
}
