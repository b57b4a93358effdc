package io.connections.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The REST API as an outside program uses it: with a bearer token of a person.
final class ConnectionsApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String base;
    private final String token;

    private ConnectionsApi(String base, String token) {
        this.base = base;
        this.token = token;
    }

    /// As the demo marketer.
    static ConnectionsApi ofTheMarketer(Ports ports, Secrets secrets)
            throws IOException, InterruptedException {
        return of("marketer@example.com", ports, secrets);
    }

    /// As the demo application manager.
    static ConnectionsApi ofTheManager(Ports ports, Secrets secrets)
            throws IOException, InterruptedException {
        return of("manager@example.com", ports, secrets);
    }

    private static ConnectionsApi of(String user, Ports ports, Secrets secrets)
            throws IOException, InterruptedException {
        return signedIn(
                "http://localhost:" + ports.service(),
                Keycloak.realmUrl(ports) + "/protocol/openid-connect/token",
                secrets.of("launcher"),
                user,
                Welcome.PASSWORD);
    }

    /// @param tokens where the identity provider gives tokens out
    static ConnectionsApi signedIn(
            String base, String tokens, String secret, String user, String password)
            throws IOException, InterruptedException {
        var form =
                Map.of(
                        "grant_type", "password",
                        "client_id", "connections-local",
                        "client_secret", secret,
                        "username", user,
                        "password", password);
        var body =
                form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        var request =
                HttpRequest.newBuilder(URI.create(tokens))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        var token = send(request).path("access_token").asText();
        return new ConnectionsApi(base, token);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(json(body))
                        .build());
    }

    JsonNode put(String path, Object body) throws IOException, InterruptedException {
        return send(request(path).PUT(json(body)).build());
    }

    JsonNode put(String path, Object body, long version) throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("If-Match", "\"%d\"".formatted(version))
                        .PUT(json(body))
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + "/api/v1" + path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher json(Object body) throws IOException {
        return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    private static JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(
                    "%s %s was answered with %d: %s"
                            .formatted(
                                    request.method(),
                                    request.uri(),
                                    answer.statusCode(),
                                    answer.body()));
        }
        return answer.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(answer.body());
    }

    /// What a page of a list holds.
    static Stream<JsonNode> items(JsonNode page) {
        var items = new ArrayList<JsonNode>();
        page.path("items").forEach(items::add);
        return items.stream();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
