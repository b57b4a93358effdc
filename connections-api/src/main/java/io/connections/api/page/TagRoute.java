package io.connections.api.page;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Serves the website tag, a file of the built page, to the pages of other sites. Its name never
/// changes, so browsers ask for it again after some minutes.
@ApplicationScoped
class TagRoute {
    private static final String PATH = "/tag.js";
    private static final String MISSING =
            "The website tag is not installed here: the page was not built, or connections.page.dir"
                    + " names another folder.\n";

    private final Optional<Path> file;

    TagRoute(@ConfigProperty(name = "connections.page.dir") Optional<Path> folder) {
        this.file = folder.map(each -> each.toAbsolutePath().resolve("tag.js"));
    }

    void register(@Observes Router router) {
        router.route(PATH)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .blockingHandler(this::serve, false);
    }

    private void serve(RoutingContext routing) {
        HttpServerResponse response =
                routing.response()
                        .putHeader("Access-Control-Allow-Origin", "*")
                        .putHeader("Cross-Origin-Resource-Policy", "cross-origin")
                        .putHeader("X-Content-Type-Options", "nosniff");
        Optional<byte[]> script = script();
        if (script.isEmpty()) {
            response.setStatusCode(404)
                    .putHeader("Cache-Control", "no-store")
                    .putHeader("Content-Type", "text/plain;charset=utf-8")
                    .end(MISSING);
            return;
        }
        String tag = "\"" + fingerprint(script.get()) + "\"";
        response.putHeader("Cache-Control", "public, max-age=300").putHeader("ETag", tag);
        if (names(routing.request().getHeader("If-None-Match"), tag)) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader("Content-Type", "text/javascript;charset=utf-8")
                .putHeader("Content-Length", String.valueOf(script.get().length));
        if (routing.request().method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(Buffer.buffer(script.get()));
        }
    }

    /// Read each time: it is small, asked for every few minutes by each browser, and may be
    /// replaced under the running service.
    private Optional<byte[]> script() {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file.get()));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The website tag cannot be read.", e);
        }
    }

    private static boolean names(@Nullable String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(",", -1))
                        .map(String::strip)
                        .map(each -> each.startsWith("W/") ? each.substring(2) : each)
                        .anyMatch(each -> each.equals(tag) || each.equals("*"));
    }

    private static String fingerprint(byte[] script) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(script), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
