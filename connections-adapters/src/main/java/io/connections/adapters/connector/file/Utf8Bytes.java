package io.connections.adapters.connector.file;

import io.connections.domain.goal.FileFormat.Encoding;
import java.io.IOException;
import java.io.InputStream;

/// Text of any of our encodings as UTF-8 without byte order mark, so that only one kind of text is
/// scanned. What cannot be decoded comes out as bytes that are not UTF-8 either, and is noticed
/// there, record by record.
final class Utf8Bytes extends InputStream {
    /// The part of Windows-1252 that differs from ISO 8859-1. Its five unused bytes stay what they
    /// are there, as the WHATWG encoding standard has it.
    private static final String WINDOWS_1252 =
            "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D"
                    + "\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153"
                    + "\u009D\u017E\u0178";

    private final InputStream source;
    private final Encoding encoding;
    private final byte[] in = new byte[32 * 1024];
    private final byte[] out = new byte[3 * in.length + 4];
    private int kept;
    private int start;
    private int limit;
    private int highSurrogate;
    private boolean first = true;

    private Utf8Bytes(InputStream source, Encoding encoding) {
        this.source = source;
        this.encoding = encoding;
    }

    static InputStream of(InputStream source, Encoding encoding) throws IOException {
        if (encoding == Encoding.UTF_8) {
            byte[] head = source.readNBytes(3);
            boolean mark =
                    head.length == 3
                            && head[0] == (byte) 0xEF
                            && head[1] == (byte) 0xBB
                            && head[2] == (byte) 0xBF;
            return mark ? source : new Prefixed(head, source);
        }
        return new Utf8Bytes(source, encoding);
    }

    @Override
    public int read() throws IOException {
        return available() == 0 && !fill() ? -1 : out[start++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (start == limit && !fill()) {
            return -1;
        }
        int got = Math.min(length, limit - start);
        System.arraycopy(out, start, into, offset, got);
        start += got;
        return got;
    }

    @Override
    public int available() {
        return limit - start;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private boolean fill() throws IOException {
        start = 0;
        limit = 0;
        while (limit == 0) {
            int got = source.read(in, kept, in.length - kept);
            if (got < 0) {
                return kept + highSurrogate > 0 && ended();
            }
            switch (encoding) {
                case UTF_16_LE -> utf16(kept + got, 0);
                case UTF_16_BE -> utf16(kept + got, 1);
                case WINDOWS_1252 -> windows1252(got);
                case UTF_8 -> throw new IllegalStateException();
            }
        }
        return true;
    }

    /// Half a character at the end of the file.
    private boolean ended() {
        kept = 0;
        highSurrogate = 0;
        out[limit++] = (byte) 0xFF;
        return true;
    }

    private void windows1252(int length) {
        for (int i = 0; i < length; i++) {
            int b = in[i] & 0xFF;
            put(b >= 0x80 && b < 0xA0 ? WINDOWS_1252.charAt(b - 0x80) : b);
        }
    }

    private void utf16(int length, int low) {
        for (int i = 0; i + 1 < length; i += 2) {
            int unit = ((in[i + 1 - low] & 0xFF) << 8) | (in[i + low] & 0xFF);
            if (first) {
                first = false;
                if (unit == 0xFEFF) {
                    continue;
                }
            }
            if (highSurrogate != 0) {
                int high = highSurrogate;
                highSurrogate = 0;
                if (Character.isLowSurrogate((char) unit)) {
                    put(Character.toCodePoint((char) high, (char) unit));
                    continue;
                }
                put(high);
            }
            if (Character.isHighSurrogate((char) unit)) {
                highSurrogate = unit;
            } else {
                put(unit);
            }
        }
        kept = length & 1;
        if (kept == 1) {
            in[0] = in[length - 1];
        }
    }

    /// A lone surrogate becomes three bytes that UTF-8 forbids.
    private void put(int codePoint) {
        if (codePoint < 0x80) {
            out[limit++] = (byte) codePoint;
        } else if (codePoint < 0x800) {
            out[limit++] = (byte) (0xC0 | (codePoint >> 6));
            out[limit++] = (byte) (0x80 | (codePoint & 0x3F));
        } else if (codePoint < 0x10000) {
            out[limit++] = (byte) (0xE0 | (codePoint >> 12));
            out[limit++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
            out[limit++] = (byte) (0x80 | (codePoint & 0x3F));
        } else {
            out[limit++] = (byte) (0xF0 | (codePoint >> 18));
            out[limit++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
            out[limit++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
            out[limit++] = (byte) (0x80 | (codePoint & 0x3F));
        }
    }
}
