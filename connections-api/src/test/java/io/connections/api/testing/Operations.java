package io.connections.api.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Everything that the API can be asked, out of its document.
public final class Operations {
    private static final Path DOCUMENT = Path.of("target/openapi/openapi.json");

    private Operations() {}

    public static Stream<Operation> all() {
        JsonNode document = document();
        List<Operation> operations = new ArrayList<>();
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                operations.add(
                        new Operation(
                                operation.getValue().path("operationId").asText(),
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                operation.getValue()));
            }
        }
        return operations.stream();
    }

    public static JsonNode document() {
        try {
            return new ObjectMapper().readTree(DOCUMENT.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param path with its parameters in braces
    public record Operation(String id, String method, String path, JsonNode described) {
        /// Asks with an id of nothing in the path and an empty body.
        public Response ask(RequestSpecification by) {
            return ask(by, UUID.randomUUID().toString(), "{}");
        }

        public Response ask(RequestSpecification by, String inPath, String body) {
            RequestSpecification request = by;
            for (JsonNode parameter : described.path("parameters")) {
                switch (parameter.path("name").asText()) {
                    case "If-Match" -> request = request.header("If-Match", "\"1\"");
                    case "Idempotency-Key" ->
                            request = request.header("Idempotency-Key", UUID.randomUUID());
                    default -> {}
                }
            }
            var contents = described.path("requestBody").path("content").fieldNames();
            if (contents.hasNext()) {
                request = request.contentType(contents.next()).body(body);
            }
            return request.request(
                    method,
                    // A number; all else in a path is an id or a word.
                    path.replace("{version}", "1").replaceAll("\\{[^}]+}", inPath));
        }

        public boolean answers(int status) {
            return described.path("responses").has(Integer.toString(status));
        }

        /// The parameters behind the question mark that are no free text.
        public List<String> typedParameters() {
            return StreamSupport.stream(described.path("parameters").spliterator(), false)
                    .filter(parameter -> parameter.path("in").asText().equals("query"))
                    .filter(parameter -> !isText(parameter.path("schema")))
                    .map(parameter -> parameter.path("name").asText())
                    .toList();
        }

        /// A list that is read page by page.
        public boolean isPaged() {
            return StreamSupport.stream(described.path("parameters").spliterator(), false)
                    .anyMatch(parameter -> parameter.path("name").asText().equals("after"));
        }

        private static boolean isText(JsonNode schema) {
            return schema.path("type").asText().equals("array")
                    ? isText(schema.path("items"))
                    : schema.path("type").asText().equals("string");
        }

        @Override
        public String toString() {
            return id;
        }
    }
}
