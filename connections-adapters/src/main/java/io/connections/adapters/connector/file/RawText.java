package io.connections.adapters.connector.file;

import io.connections.domain.goal.InputRecord;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/// A record's text as it stands, for people.
final class RawText {
    static final int LONGEST = 64 * 1024;
    private static final int MARK = InputRecord.CUT_OFF.getBytes(StandardCharsets.UTF_8).length;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private CharBuffer room = CharBuffer.allocate(1024);

    static String of(byte[] bytes, int start, int end) {
        return end - start > LONGEST
                ? cutOff(bytes, start, end)
                : new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    /// Of a text that goes on behind the end.
    static String cutOff(byte[] bytes, int start, int end) {
        int cut = Math.min(end, start + LONGEST - MARK);
        while (cut > start && cut < end && (bytes[cut] & 0xC0) == 0x80) {
            cut--;
        }
        return new String(bytes, start, cut - start, StandardCharsets.UTF_8) + InputRecord.CUT_OFF;
    }

    boolean isUtf8(byte[] bytes, int start, int end) {
        if (room.capacity() < end - start) {
            room = CharBuffer.allocate(end - start);
        }
        room.clear();
        decoder.reset();
        return !decoder.decode(ByteBuffer.wrap(bytes, start, end - start), room, true).isError();
    }
}
