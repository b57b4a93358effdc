package io.connections.adapters.connector.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;

/// The socket to a server that has not let us in yet. However it deals its bytes out, it has so
/// long to do so; afterwards the socket is closed. Once we are in, each reading has so long.
final class Door extends Socket {
    private final Duration limit;
    private long until = System.nanoTime();
    private boolean open;
    private Optional<IOException> givenUp = Optional.empty();

    Door(Duration limit) {
        this.limit = limit;
    }

    /// From now on the server has the whole time.
    synchronized void knock() {
        until = System.nanoTime() + limit.toNanos();
    }

    synchronized void enter() throws SocketException {
        open = true;
        setSoTimeout((int) limit.toMillis());
    }

    /// Why the socket was closed, which those who wait for an answer hear only in part.
    synchronized Optional<IOException> givenUp() {
        return givenUp;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Greeting(new Waiting(super.getInputStream()));
    }

    private synchronized void waitNoLonger() throws IOException {
        if (open) {
            return;
        }
        long left = until - System.nanoTime();
        if (left <= 0) {
            close();
            // Hidden in another: who reads packets takes a plain time-out for a pause.
            IOException late =
                    new IOException(
                            "it kept us waiting for more than %,d ms".formatted(limit.toMillis()),
                            new SocketTimeoutException());
            givenUp = Optional.of(late);
            throw late;
        }
        setSoTimeout((int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
    }

    private final class Waiting extends InputStream {
        private final InputStream bytes;

        Waiting(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            waitNoLonger();
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            waitNoLonger();
            return bytes.read(into, from, length);
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }

    /// Has this one door, not connected yet.
    SocketFactory alone() {
        return new SocketFactory() {
            @Override
            public Socket createSocket() {
                return Door.this;
            }

            @Override
            public Socket createSocket(String host, int port) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Socket createSocket(InetAddress host, int port) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
