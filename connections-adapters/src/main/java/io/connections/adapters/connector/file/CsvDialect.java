package io.connections.adapters.connector.file;

import io.connections.domain.goal.FileFormat;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A CSV format in bytes of UTF-8.
final class CsvDialect {
    private static final int NONE = 256;

    /// What a byte may mean, by its value; 0 for the many that are only themselves.
    final byte[] meaning = new byte[256];

    static final byte SEPARATOR = 1;
    static final byte QUOTE = 2;
    static final byte ESCAPE = 3;
    static final byte LINE_FEED = 4;
    static final byte CARRIAGE_RETURN = 5;
    static final byte NUL = 6;

    final byte[] separator;
    private final int quote;
    private final int escape;

    /// @throws BrokenStream when quote or escape is a sign that no such file uses
    CsvDialect(FileFormat.Csv format) throws BrokenStream {
        separator = String.valueOf(format.separator()).getBytes(StandardCharsets.UTF_8);
        quote = ascii(format.quote());
        escape = format.escape().equals(format.quote()) ? NONE : ascii(format.escape());
        meaning['\n'] = LINE_FEED;
        meaning['\r'] = CARRIAGE_RETURN;
        meaning[0] = NUL;
        meaning[separator[0] & 0xFF] = SEPARATOR;
        mean(quote, QUOTE);
        mean(escape, ESCAPE);
    }

    private void mean(int sign, byte what) throws BrokenStream {
        if (sign == NONE) {
            return;
        }
        if (meaning[sign] != 0) {
            throw unusable("“%c” is given two meanings".formatted(sign));
        }
        meaning[sign] = what;
    }

    private static int ascii(Optional<Character> sign) throws BrokenStream {
        if (sign.isEmpty()) {
            return NONE;
        }
        if (sign.get() >= 0x80) {
            throw unusable("“%c” cannot be quote or escape sign".formatted(sign.get()));
        }
        return sign.get();
    }

    private static BrokenStream unusable(String why) {
        return new BrokenStream(
                "format-unusable",
                "The file's format cannot be used: %s.".formatted(why),
                "Choose other signs in the goal's options.");
    }

    /// What an escape sign may stand before; before anything else it is only itself.
    boolean escapable(byte b) {
        return switch (meaning[b & 0xFF]) {
            case SEPARATOR, QUOTE, ESCAPE, LINE_FEED -> true;
            default -> false;
        };
    }

    String unescape(byte[] bytes, int start, int end) {
        byte[] plain = new byte[end - start];
        int length = 0;
        for (int i = start; i < end; i++) {
            boolean followed = i + 1 < end;
            boolean doubled = followed && bytes[i] == quote && bytes[i + 1] == quote;
            boolean escaped = followed && bytes[i] == escape && escapable(bytes[i + 1]);
            boolean dropped = doubled || escaped;
            plain[length++] = bytes[dropped ? ++i : i];
        }
        return new String(plain, 0, length, StandardCharsets.UTF_8);
    }
}
