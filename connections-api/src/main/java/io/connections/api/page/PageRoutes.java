package io.connections.api.page;

import io.connections.api.problem.ProblemType;
import io.connections.api.problem.ProblemWriter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Serves the built page, and its index for every path that is the page's own business.
@ApplicationScoped
class PageRoutes {
    private static final int BEHIND_ALL_OTHERS = 100_000;
    private static final int BEFORE_THE_API = 9_000;
    private static final String INDEX = "index.html";

    /// Files under `assets` carry a hash of their content in their name, so they never change.
    private static final String HASHED = "/assets/";

    private static final List<String> PACKED = List.of(".woff2", ".png", ".ico");

    private static final String CONTENT_SECURITY_POLICY =
            String.join(
                    "; ",
                    "default-src 'self'",
                    "script-src 'self'",
                    // The component library sets sizes and colours in style attributes.
                    "style-src 'self' 'unsafe-inline'",
                    "img-src 'self' data:",
                    "connect-src 'self'",
                    "object-src 'none'",
                    "base-uri 'self'",
                    "form-action 'self'",
                    "frame-ancestors 'none'");

    private final Optional<Path> folder;

    PageRoutes(@ConfigProperty(name = "connections.page.dir") Optional<Path> folder) {
        this.folder = folder.map(Path::toAbsolutePath);
    }

    void secure(@Observes Filters filters) {
        filters.register(
                routing -> {
                    HttpServerResponse response = routing.response();
                    response.putHeader("X-Content-Type-Options", "nosniff");
                    response.putHeader("Referrer-Policy", "same-origin");
                    response.putHeader("X-Frame-Options", "DENY");
                    if (!routing.request().path().startsWith("/q/")) {
                        response.putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
                    }
                    if (routing.request().path().startsWith("/api/")) {
                        response.putHeader("Cache-Control", "no-store");
                    }
                    routing.next();
                },
                BEFORE_THE_API);
    }

    void register(@Observes Router router) {
        router.route("/api/*")
                .order(BEHIND_ALL_OTHERS)
                .handler(
                        routing ->
                                ProblemWriter.end(
                                        routing,
                                        ProblemType.PATH_NOT_FOUND,
                                        "There is nothing at "
                                                + routing.request().path()
                                                + ". The API is under /api/v1."));
        if (folder.isEmpty() || !Files.isRegularFile(folder.get().resolve(INDEX))) {
            router.get("/*")
                    .order(BEHIND_ALL_OTHERS + 1)
                    .handler(routing -> plain(routing, "The page is not installed here"));
            return;
        }
        Path pages = folder.get();
        StaticHandler files =
                StaticHandler.create(FileSystemAccess.ROOT, pages.toString())
                        .setIndexPage(INDEX)
                        .setIncludeHidden(false);
        router.get("/*")
                .order(BEHIND_ALL_OTHERS + 1)
                .handler(
                        routing -> {
                            boolean hashed = routing.normalizedPath().startsWith(HASHED);
                            routing.response()
                                    .putHeader(
                                            "Cache-Control",
                                            hashed
                                                    ? "public, max-age=31536000, immutable"
                                                    : "no-cache");
                            mayBeCompressed(routing);
                            files.handle(routing);
                        });
        router.get("/*")
                .order(BEHIND_ALL_OTHERS + 2)
                .handler(
                        routing -> {
                            if (isOfThePage(routing.normalizedPath())) {
                                routing.response()
                                        .putHeader("Content-Type", "text/html;charset=utf-8");
                                mayBeCompressed(routing);
                                routing.response().sendFile(pages.resolve(INDEX).toString());
                            } else {
                                plain(routing, "There is no such file");
                            }
                        });
    }

    /// Quarkus marks every answer as one that stays as it is; pictures and fonts are small already.
    private static void mayBeCompressed(RoutingContext routing) {
        if (PACKED.stream().noneMatch(routing.normalizedPath()::endsWith)) {
            routing.response().headers().remove("Content-Encoding");
        }
    }

    /// Paths of the service and names of files that are missing must not look as if they worked.
    private static boolean isOfThePage(String path) {
        boolean ofTheService = path.startsWith("/q/") || path.startsWith("/session/");
        boolean file = path.startsWith(HASHED) || path.indexOf('.', path.lastIndexOf('/') + 1) >= 0;
        return !ofTheService && !file;
    }

    private static void plain(RoutingContext routing, String title) {
        routing.response()
                .setStatusCode(404)
                .putHeader("Content-Type", "text/html;charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .end(
                        """
                        <!doctype html><html lang="en"><title>%s</title>
                        <h1>%s</h1>
                        <p>The API answers under <code>/api/v1</code>, its description is at
                        <a href="/q/openapi">/q/openapi</a>. Operators name the page's folder in
                        <code>connections.page.dir</code>.</p></html>
                        """
                                .formatted(title, title));
    }
}
