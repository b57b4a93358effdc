package io.connections.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The service itself, as it is shipped: a process that knows addresses and secrets from its
/// environment only.
final class Service {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /// On one's own machine one's own machine and network are the other systems.
    private static final String OWN_NETWORK =
            "127.0.0.0/8,::1/128,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,fc00::/7";

    private Service() {}

    static Child.Coming start(
            Path home, DataFolder data, Ports ports, Map<String, String> environment) {
        var jar = home.resolve("connections-api/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new CannotStart(
                    "The service is not built: %s is missing.".formatted(jar),
                    "./connections up builds it.");
        }
        var options =
                List.of(
                        "-Xmx512m",
                        "-XX:+UseCompactObjectHeaders",
                        // In a heap of this size it costs an import a quarter less processor time
                        // than G1; its longer pauses stay far below what a person notices.
                        "-XX:+UseParallelGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        jar.toString());
        var child = data.children().start("service", Child.java(options), environment, home);
        var ready = "http://localhost:%d/q/health/ready".formatted(ports.service());
        return new Child.Coming(child, () -> Http.answers(ready), PATIENCE);
    }

    /// The service from its sources, made anew when a file changes.
    static Child.Coming startLive(
            Path home, DataFolder data, Ports ports, Map<String, String> environment) {
        var maven =
                List.of(
                        home.resolve("mvnw").toString(),
                        "-B",
                        "-Dquarkus.console.enabled=false",
                        "-Dspotless.check.skip",
                        "-pl",
                        "connections-api",
                        "-am",
                        // not "compile": Maven would look for our test-jars in a repository
                        "test-compile",
                        "quarkus:dev");
        var service = data.children().start("service", maven, environment, home);
        var ready = "http://localhost:%d/q/health/ready".formatted(ports.service());
        return new Child.Coming(service, () -> Http.answers(ready), PATIENCE);
    }

    /// The page from its sources, made anew when a file changes.
    static void startLivePage(Path home, DataFolder data, Ports ports) throws InterruptedException {
        var vite =
                Map.of(
                        "PORT",
                        Integer.toString(ports.livePage()),
                        "CONNECTIONS_URL",
                        "http://localhost:" + ports.service());
        var page =
                data.children()
                        .start(
                                "page",
                                List.of("npm", "run", "dev", "--", "--host", "127.0.0.1"),
                                vite,
                                home.resolve("frontend"));
        var index = "http://localhost:%d/".formatted(ports.livePage());
        page.awaitReady(() -> Http.answers(index), PATIENCE);
    }

    /// What a service needs to know, here as in any other place where it runs.
    static Map<String, String> environment(
            Path home, DataFolder data, Ports ports, PostgresServer database, Secrets secrets)
            throws IOException {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", "localhost");
        environment.put("CONNECTIONS_PORT", Integer.toString(ports.service()));
        environment.put("CONNECTIONS_DATABASE_URL", database.url("connections"));
        environment.put("CONNECTIONS_DATABASE_USER", "connections");
        environment.put("CONNECTIONS_DATABASE_PASSWORD", secrets.of("connections"));
        environment.put("CONNECTIONS_OIDC_ISSUER", Keycloak.realmUrl(ports));
        // Both start at once, and on a slow machine Keycloak's first start takes minutes.
        environment.put("QUARKUS_OIDC_CONNECTION_DELAY", "300S");
        environment.put("QUARKUS_OIDC_BEARER_CONNECTION_DELAY", "300S");
        environment.put("CONNECTIONS_OIDC_CLIENT_ID", "connections-page");
        environment.put("CONNECTIONS_OIDC_CLIENT_SECRET", secrets.of("page"));
        environment.put("CONNECTIONS_OIDC_SESSION_SECRET", secrets.of("session"));
        environment.put("CONNECTIONS_SECRETS_KEYSET", data.resolve("keyset.json").toString());
        environment.put("CONNECTIONS_SECRETS_CREATE_MISSING_KEYSET", "true");
        environment.put("CONNECTIONS_NETWORK_ALLOW", OWN_NETWORK);
        environment.put("CONNECTIONS_PAGE_DIR", home.resolve("frontend/dist").toString());
        environment.put("QUARKUS_MAILER_HOST", "localhost");
        environment.put("QUARKUS_MAILER_PORT", Integer.toString(ports.smtp()));
        environment.put("QUARKUS_MAILER_MOCK", "false");
        return environment;
    }
}
