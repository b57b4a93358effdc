package io.connections.adapters.website;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.connections.domain.discovery.Website;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A real HTTP server on this machine.
public final class TestWebsite implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final CountDownLatch over = new CountDownLatch(1);
    final List<HttpExchange> asked = new CopyOnWriteArrayList<>();

    public TestWebsite() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.start();
    }

    /// The page at `/` and everywhere below it.
    public TestWebsite serving(String page) {
        return answering(
                exchange ->
                        answer(
                                exchange,
                                200,
                                "text/html;charset=utf-8",
                                page.getBytes(StandardCharsets.UTF_8)));
    }

    TestWebsite answering(HttpHandler handler) {
        server.createContext(
                "/",
                exchange -> {
                    asked.add(exchange);
                    try (exchange) {
                        handler.handle(exchange);
                    }
                });
        return this;
    }

    static void answer(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        if (!type.isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", type);
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
    }

    /// Says nothing more until the test is over.
    void silence() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    Website at(String host, String target) {
        return new Website("http", host, port(), target);
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
