package io.connections.api.testing;

import io.connections.domain.access.Role;
import io.restassured.RestAssured;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.util.concurrent.TimeUnit;

/// Streams on one connection of HTTP/2, by a marketer, which need not say how much they send.
public final class Http2 implements AutoCloseable {
    private final HttpClient client;

    public Http2(Vertx vertx) {
        client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setProtocolVersion(HttpVersion.HTTP_2)
                                .setHttp2ClearTextUpgrade(false)
                                .setHttp2MaxPoolSize(1));
    }

    public record Answer(int status, String body) {}

    public HttpClientRequest post(String path) throws Exception {
        return awaited(client.request(HttpMethod.POST, RestAssured.port, "localhost", path))
                .putHeader("Authorization", "Bearer " + As.tokenOf(Role.MARKETER))
                .setChunked(true)
                .exceptionHandler(_ -> {});
    }

    /// Sends what is left of the request.
    public static Answer answer(HttpClientRequest request, String body) throws Exception {
        Future<Answer> answer =
                request.response()
                        .compose(
                                response ->
                                        response.body()
                                                .map(Buffer::toString)
                                                .map(
                                                        text ->
                                                                new Answer(
                                                                        response.statusCode(),
                                                                        text)));
        if (body.isEmpty()) {
            request.end();
        } else {
            // In a piece of its own: with the end it would say its length.
            request.write(body).onSuccess(_ -> request.end());
        }
        return awaited(answer);
    }

    public static <T> T awaited(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        client.close();
    }
}
