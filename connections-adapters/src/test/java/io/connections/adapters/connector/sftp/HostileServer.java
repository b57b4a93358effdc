package io.connections.adapters.connector.sftp;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Says the same again and again to the first who comes, until that one hangs up.
final class HostileServer implements AutoCloseable {
    private final byte[] words;
    private final Duration pause;
    private final ServerSocket listening;
    private final CountDownLatch hungUp = new CountDownLatch(1);

    private HostileServer(String words, Duration pause) throws IOException {
        this.words = words.getBytes(StandardCharsets.US_ASCII);
        this.pause = pause;
        this.listening = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofPlatform().daemon().name("hostile-server").start(this::talk);
    }

    static HostileServer sending(String words) throws IOException {
        return new HostileServer(words, Duration.ZERO);
    }

    static HostileServer sendingNowAndThen(String words, Duration pause) throws IOException {
        return new HostileServer(words, pause);
    }

    private void talk() {
        CountDownLatch never = new CountDownLatch(1);
        try (Socket caller = listening.accept();
                OutputStream out = caller.getOutputStream()) {
            do {
                out.write(words);
            } while (!never.await(pause.toNanos(), TimeUnit.NANOSECONDS));
        } catch (IOException _) {
            hungUp.countDown();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    int port() {
        return listening.getLocalPort();
    }

    /// Waits a while for it.
    boolean hungUp() throws InterruptedException {
        return hungUp.await(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
