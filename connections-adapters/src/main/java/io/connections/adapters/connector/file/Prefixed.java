package io.connections.adapters.connector.file;

import java.io.IOException;
import java.io.InputStream;

/// A stream whose first bytes have been looked at already.
final class Prefixed extends InputStream {
    private final byte[] head;
    private final InputStream rest;
    private int at;

    Prefixed(byte[] head, InputStream rest) {
        this.head = head;
        this.rest = rest;
    }

    @Override
    public int read() throws IOException {
        return at < head.length ? head[at++] & 0xFF : rest.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (at == head.length) {
            return rest.read(into, offset, length);
        }
        int got = Math.min(length, head.length - at);
        System.arraycopy(head, at, into, offset, got);
        at += got;
        return got;
    }

    @Override
    public void close() throws IOException {
        rest.close();
    }
}
