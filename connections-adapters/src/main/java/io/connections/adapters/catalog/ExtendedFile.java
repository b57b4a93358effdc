package io.connections.adapters.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/// A type's file that says only how it differs from another one: `extends` names that one, what
/// stands in both is its own, fields of the setup form are changed one by one, `without` leaves
/// fields out.
final class ExtendedFile {
    private ExtendedFile() {}

    /// The whole file.
    ///
    /// @throws IllegalStateException when it changes or leaves out a field that there is not
    static ObjectNode whole(String id, ObjectNode own, ObjectNode base) {
        ObjectNode whole = base.deepCopy();
        own.properties().stream()
                .filter(entry -> !entry.getKey().equals("setup"))
                .forEach(entry -> whole.set(entry.getKey(), entry.getValue()));
        whole.remove("extends");
        whole.remove("without");
        whole.set("setup", setup(id, own, base));
        return whole;
    }

    private static ArrayNode setup(String id, ObjectNode own, ObjectNode base) {
        Map<String, ObjectNode> fields = new LinkedHashMap<>();
        base.path("setup").forEach(field -> fields.put(nameOf(field), copy(field)));
        for (JsonNode left : own.path("without")) {
            if (fields.remove(left.asText()) == null) {
                throw noSuchField(id, left.asText());
            }
        }
        for (JsonNode change : own.path("setup")) {
            ObjectNode field = fields.get(nameOf(change));
            if (field == null) {
                throw noSuchField(id, nameOf(change));
            }
            change.properties().forEach(entry -> field.set(entry.getKey(), entry.getValue()));
        }
        ArrayNode setup = base.arrayNode();
        fields.values().forEach(setup::add);
        return setup;
    }

    private static String nameOf(JsonNode field) {
        return field.path("id").asText();
    }

    private static ObjectNode copy(JsonNode field) {
        return field.deepCopy();
    }

    private static IllegalStateException noSuchField(String id, String field) {
        return new IllegalStateException(
                "%s.yaml changes or leaves out the field '%s', which the file it extends has not."
                        .formatted(id, field));
    }
}
