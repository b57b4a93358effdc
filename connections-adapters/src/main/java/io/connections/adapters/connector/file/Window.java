package io.connections.adapters.connector.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The stretch of a stream that is being scanned: from the start of the current record to the last
/// byte read. It grows up to the size of the largest record allowed.
final class Window {
    static final int ENDED = -1;
    static final int TOO_LONG = -2;
    private static final int INITIAL = 256 * 1024;

    private final InputStream source;
    private final int largest;
    byte[] bytes;

    /// Where the current record starts.
    int start;

    /// The next byte to look at.
    int at;

    int limit;
    private boolean ended;

    Window(InputStream source, int largest) {
        this(source, largest, INITIAL);
    }

    Window(InputStream source, int largest, int initial) {
        this.source = source;
        this.largest = largest;
        this.bytes = new byte[Math.min(initial, largest)];
    }

    /// The byte at `at`, or [#ENDED], or [#TOO_LONG] when the record has outgrown the window. Bytes
    /// may move: keep places counted from `start`.
    int peek() throws IOException {
        if (at < limit) {
            return bytes[at] & 0xFF;
        }
        return more();
    }

    private int more() throws IOException {
        if (ended) {
            return ENDED;
        }
        if (start > 0) {
            System.arraycopy(bytes, start, bytes, 0, limit - start);
            limit -= start;
            at -= start;
            start = 0;
        }
        if (limit == bytes.length) {
            if (bytes.length >= largest) {
                return TOO_LONG;
            }
            bytes = Arrays.copyOf(bytes, Math.min(2 * bytes.length, largest));
        }
        int got = source.readNBytes(bytes, limit, bytes.length - limit);
        ended = limit + got < bytes.length;
        limit += got;
        return got > 0 ? bytes[at] & 0xFF : ENDED;
    }

    /// Passes over one line end, if one is here.
    void passLineEnd() throws IOException {
        int sign = peek();
        if (sign == '\r') {
            at++;
            sign = peek();
        }
        if (sign == '\n') {
            at++;
        }
    }

    /// Passes over the rest of the line, however long it is, and its end.
    ///
    /// @return the text from `start` to the line's end, at most as much of it as people are shown
    String passLine() throws IOException {
        String kept = "";
        boolean outgrown = false;
        int sign = peek();
        while (sign != ENDED && sign != '\n' && sign != '\r') {
            if (sign == TOO_LONG) {
                kept = outgrown ? kept : RawText.cutOff(bytes, start, at);
                outgrown = true;
                start = at;
            } else {
                at++;
            }
            sign = peek();
        }
        String raw = outgrown ? kept : RawText.of(bytes, start, at);
        start = at;
        passLineEnd();
        start = at;
        return raw;
    }
}
