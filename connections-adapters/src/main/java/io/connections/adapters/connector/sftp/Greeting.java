package io.connections.adapters.connector.sftp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What a server sends, without the lines that it may send before its name (`SSH-2.0-…`). The
/// library would look through all of them again with each byte, and without an end.
final class Greeting extends InputStream {
    private static final int MOST_BYTES = 32 << 10;
    private static final int LONGEST_NAME = 255;
    private static final byte[] NAME = "SSH-".getBytes(StandardCharsets.US_ASCII);

    private final InputStream bytes;
    private byte[] name = {};
    private int told;
    private boolean heard;

    Greeting(InputStream bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
        hear();
        return told < name.length ? name[told++] & 0xFF : bytes.read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        hear();
        if (told == name.length) {
            return bytes.read(into, from, length);
        }
        int some = Math.min(length, name.length - told);
        System.arraycopy(name, told, into, from, some);
        told += some;
        return some;
    }

    private void hear() throws IOException {
        if (!heard) {
            name = nameLine();
            heard = true;
        }
    }

    /// Nothing where the server hangs up before.
    private byte[] nameLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int heardSoFar = 0; heardSoFar < MOST_BYTES; heardSoFar++) {
            int next = bytes.read();
            if (next < 0) {
                return new byte[0];
            }
            line.write(next);
            if (next == '\n') {
                byte[] whole = line.toByteArray();
                if (isName(whole) && whole.length <= LONGEST_NAME) {
                    return whole;
                }
                line.reset();
            }
        }
        bytes.close();
        throw new IOException("it sends %,d bytes and no SSH among them".formatted(MOST_BYTES));
    }

    private static boolean isName(byte[] line) {
        return line.length >= NAME.length
                && Arrays.equals(line, 0, NAME.length, NAME, 0, NAME.length);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
