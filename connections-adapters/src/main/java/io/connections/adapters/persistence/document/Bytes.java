package io.connections.adapters.persistence.document;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A growing buffer in network byte order.
public final class Bytes {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes;
    private int size;

    public Bytes(int capacity) {
        bytes = new byte[capacity];
    }

    public byte[] array() {
        return bytes;
    }

    public int size() {
        return size;
    }

    /// What was written, which has to be UTF-8.
    public String text() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }

    public void clear() {
        size = 0;
    }

    @CanIgnoreReturnValue
    public Bytes put(char ascii) {
        room(1);
        bytes[size++] = (byte) ascii;
        return this;
    }

    public void putShort(int value) {
        room(2);
        bytes[size++] = (byte) (value >> 8);
        bytes[size++] = (byte) value;
    }

    public void putInt(int value) {
        room(4);
        setInt(size, value);
        size += 4;
    }

    public void setInt(int at, int value) {
        bytes[at] = (byte) (value >> 24);
        bytes[at + 1] = (byte) (value >> 16);
        bytes[at + 2] = (byte) (value >> 8);
        bytes[at + 3] = (byte) value;
    }

    public void putLong(long value) {
        putInt((int) (value >> 32));
        putInt((int) value);
    }

    @CanIgnoreReturnValue
    public Bytes putDecimal(long number) {
        if (number < 0) {
            return put('-').putDecimal(-number);
        }
        if (number >= 10) {
            putDecimal(number / 10);
        }
        return put((char) ('0' + number % 10));
    }

    public void putUtf8(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    /// A JSON string.
    public void putJson(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        // Six bytes are the longest escape.
        room(utf8.length * 6 + 2);
        bytes[size++] = '"';
        for (byte b : utf8) {
            if (b < 0 || (b >= 0x20 && b != 0x22 && b != 0x5C)) {
                bytes[size++] = b;
            } else if (b == '"' || b == '\\') {
                bytes[size++] = '\\';
                bytes[size++] = b;
            } else {
                bytes[size++] = '\\';
                bytes[size++] = 'u';
                bytes[size++] = '0';
                bytes[size++] = '0';
                bytes[size++] = HEX[b >> 4];
                bytes[size++] = HEX[b & 15];
            }
        }
        bytes[size++] = '"';
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
