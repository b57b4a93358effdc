package io.connections.adapters.persistence.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.connections.application.run.port.RecordSource.Layout;
import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.FileFormat.Encoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The stored form of how a part was read.
final class Layouts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Layouts() {}

    static String write(Layout layout) {
        ObjectNode node = JSON.createObjectNode();
        switch (layout.format()) {
            case FileFormat.Csv csv -> {
                node.put("kind", "CSV").put("separator", String.valueOf(csv.separator()));
                csv.quote().ifPresent(quote -> node.put("quote", String.valueOf(quote)));
                csv.escape().ifPresent(escape -> node.put("escape", String.valueOf(escape)));
                node.put("header", csv.header());
            }
            case FileFormat.JsonLines _ -> node.put("kind", "JSON_LINES");
        }
        node.put("encoding", layout.format().encoding().name());
        layout.fields().forEach(node.putArray("fields")::add);
        return node.toString();
    }

    static Layout read(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            Encoding encoding = Encoding.valueOf(node.path("encoding").asText());
            List<String> fields = new ArrayList<>();
            node.path("fields").forEach(field -> fields.add(field.asText()));
            FileFormat format =
                    switch (node.path("kind").asText()) {
                        case "CSV" ->
                                new FileFormat.Csv(
                                        encoding,
                                        node.path("separator").asText().charAt(0),
                                        character(node.path("quote")),
                                        character(node.path("escape")),
                                        node.path("header").asBoolean());
                        case "JSON_LINES" -> new FileFormat.JsonLines(encoding);
                        default -> throw new IllegalStateException("no layout: " + json);
                    };
            return new Layout(format, fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no layout: " + json, e);
        }
    }

    private static Optional<Character> character(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText().charAt(0)) : Optional.empty();
    }
}
