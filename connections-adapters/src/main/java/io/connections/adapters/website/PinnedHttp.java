package io.connections.adapters.website;

import io.connections.application.discovery.port.WebsiteFailed;
import io.connections.application.discovery.port.WebsiteFailed.Reason;
import io.connections.application.discovery.port.Websites;
import io.connections.domain.discovery.Website;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;

/// One request to one address that was judged before: the host is not looked up again, and still
/// named in the request and in the certificate that is asked for. No cookies, no redirects, no
/// connection that is kept.
final class PinnedHttp implements AutoCloseable {
    private static final int MAX_HEADERS = 64 * 1024;
    private static final String AGENT = "Mozilla/5.0 (compatible; Connections-Discovery/1.0)";
    private static final String BY_HAND = "or choose the systems by hand.";

    private final HttpClient client;

    /// @param options for tests, which trust certificates of their own
    PinnedHttp(Vertx vertx, HttpClientOptions options) {
        client =
                vertx.httpClientBuilder()
                        .with(
                                new HttpClientOptions(options)
                                        .setKeepAlive(false)
                                        .setMaxHeaderSize(MAX_HEADERS)
                                        .setDecompressionSupported(false)
                                        .setConnectTimeout((int) Websites.LIMIT.toMillis()))
                        // The request fails too, and says it; else it would be logged as ours.
                        .withConnectHandler(connection -> connection.exceptionHandler(_ -> {}))
                        .build();
    }

    /// @param address that the host stands for and that is allowed
    Answer get(Website website, InetAddress address, Deadline deadline) throws WebsiteFailed {
        AtomicReference<HttpClientRequest> sent = new AtomicReference<>();
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Answer> answer =
                client.request(options(website, address))
                        .compose(
                                request -> {
                                    sent.set(request);
                                    // Here, on the thread that the answer comes in on: what comes
                                    // before there is a reader is lost.
                                    return over.get()
                                            ? unsent(request)
                                            : request.send().compose(PinnedHttp::read);
                                })
                        .toCompletionStage()
                        .toCompletableFuture();
        try {
            return answer.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | CancellationException _) {
            throw deadline.passed();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw deadline.passed();
        } catch (ExecutionException e) {
            throw failed(website, e.getCause() == null ? e : e.getCause());
        } finally {
            over.set(true);
            Optional.ofNullable(sent.get()).ifPresent(request -> request.connection().close());
        }
    }

    /// A connection that came about after nobody waited for it any more.
    private static Future<Answer> unsent(HttpClientRequest request) {
        return request.connection()
                .close()
                .compose(_ -> Future.failedFuture(new CancellationException()));
    }

    @Override
    public void close() {
        client.close();
    }

    private static RequestOptions options(Website website, InetAddress address) {
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(
                        SocketAddress.inetSocketAddress(
                                new InetSocketAddress(address, website.reachedPort())))
                .setHost(website.host())
                .setPort(website.reachedPort())
                .setSsl(website.scheme().equals("https"))
                .setURI(website.target())
                .setFollowRedirects(false)
                .putHeader("Accept", "text/html,application/xhtml+xml")
                .putHeader("Accept-Encoding", "gzip")
                .putHeader("User-Agent", AGENT);
    }

    private static Future<Answer> read(HttpClientResponse response) {
        Optional<String> location =
                response.statusCode() >= 300 && response.statusCode() < 400
                        ? Optional.ofNullable(response.getHeader("Location"))
                        : Optional.empty();
        if (location.isPresent() || response.statusCode() / 100 != 2) {
            return Future.succeededFuture(answer(response, location, Buffer.buffer()));
        }
        Promise<Answer> read = Promise.promise();
        Buffer body = Buffer.buffer();
        response.exceptionHandler(read::tryFail);
        response.handler(
                part -> {
                    if (body.length() + part.length() > Websites.MAX_BYTES) {
                        read.tryFail(new TooLarge());
                        response.request().connection().close();
                    } else {
                        body.appendBuffer(part);
                    }
                });
        response.endHandler(_ -> read.tryComplete(answer(response, location, body)));
        return read.future();
    }

    private static Answer answer(
            HttpClientResponse response, Optional<String> location, Buffer body) {
        return new Answer(
                response.statusCode(),
                location,
                Optional.ofNullable(response.getHeader("Content-Type")).orElse(""),
                Optional.ofNullable(response.getHeader("Content-Encoding")).orElse(""),
                body);
    }

    private static WebsiteFailed failed(Website website, Throwable why) {
        return switch (why) {
            case TooLarge _ -> tooLarge();
            case SSLException _ ->
                    new WebsiteFailed(
                            Reason.NOT_SECURE,
                            "No secure connection to %s came about: its certificate is not trusted,"
                                            .formatted(website.host())
                                    + " past its time, or made for another name.",
                            "Check how the address is spelt, give the one that visitors use, "
                                    + BY_HAND,
                            why);
            case java.net.ConnectException _, java.net.SocketException _ ->
                    new WebsiteFailed(
                            Reason.UNREACHABLE,
                            "Nothing answers at %s, port %d."
                                    .formatted(website.host(), website.reachedPort()),
                            "Check how the address is spelt and that the website is up, " + BY_HAND,
                            why);
            default ->
                    new WebsiteFailed(
                            Reason.BROKEN,
                            "%s broke off its answer, or answered in a way that is not HTTP."
                                    .formatted(website.host()),
                            "Try again, give the address of another page, " + BY_HAND,
                            why);
        };
    }

    static WebsiteFailed tooLarge() {
        return new WebsiteFailed(
                Reason.TOO_LARGE,
                "The page is larger than %d MB.".formatted(Websites.MAX_BYTES / 1_000_000),
                "Give the address of a smaller page, such as the home page, " + BY_HAND);
    }

    private static final class TooLarge extends RuntimeException {
        TooLarge() {
            super("larger than allowed", null, false, false);
        }
    }
}
