package io.connections.adapters.persistence.visitor;

import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.profile.Identifier;
import io.connections.domain.visitor.VisitorEvent.Consented;
import io.connections.domain.visitor.VisitorEvent.Happened;
import io.connections.domain.visitor.VisitorEvent.Identified;
import io.connections.domain.visitor.VisitorEvent.PageViewed;
import io.connections.domain.visitor.VisitorEvent.VariablesRead;
import io.connections.domain.visitor.VisitorEvent.What;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// The stored form of what happened: a letter and a document.
final class EventDocuments {
    private EventDocuments() {}

    static String letter(What what) {
        return switch (what) {
            case PageViewed _ -> "p";
            case Happened _ -> "e";
            case Identified _ -> "i";
            case Consented _ -> "c";
            case VariablesRead _ -> "v";
        };
    }

    static JsonObject document(What what) {
        return switch (what) {
            case PageViewed(String title, String referrer) ->
                    new JsonObject().put("title", title).put("referrer", referrer);
            case Happened(String name, Map<String, List<String>> properties) ->
                    new JsonObject().put("name", name).put("properties", lists(properties));
            case VariablesRead(
                            ConnectionId connection,
                            List<Identifier> person,
                            Map<String, List<String>> values) ->
                    new JsonObject()
                            .put("connection", connection.value().toString())
                            .put("identifiers", identifiers(person))
                            .put("values", lists(values));
            case Identified(List<Identifier> identifiers, boolean proven) ->
                    new JsonObject()
                            .put("identifiers", identifiers(identifiers))
                            .put("proven", proven);
            case Consented(
                            Set<ObjectiveId> granted,
                            Set<ObjectiveId> refused,
                            Map<ObjectiveId, String> shown) -> {
                JsonObject texts = new JsonObject();
                shown.forEach((objective, text) -> texts.put(objective.value(), text));
                yield new JsonObject()
                        .put("granted", ids(granted))
                        .put("refused", ids(refused))
                        .put("shown", texts);
            }
        };
    }

    static What what(String letter, JsonObject body) {
        return switch (letter) {
            case "p" -> new PageViewed(body.getString("title"), body.getString("referrer"));
            case "e" -> new Happened(body.getString("name"), values(body, "properties"));
            case "i" -> identified(body);
            case "c" ->
                    new Consented(
                            ids(body.getJsonArray("granted")),
                            ids(body.getJsonArray("refused")),
                            body.getJsonObject("shown").stream()
                                    .collect(
                                            Collectors.toMap(
                                                    each -> new ObjectiveId(each.getKey()),
                                                    each -> String.valueOf(each.getValue()))));
            case "v" ->
                    new VariablesRead(
                            new ConnectionId(UUID.fromString(body.getString("connection"))),
                            identifiers(body),
                            values(body, "values"));
            default -> throw new IllegalStateException("no event: " + letter);
        };
    }

    static Identified identified(JsonObject body) {
        return new Identified(identifiers(body), body.getBoolean("proven"));
    }

    private static JsonArray identifiers(List<Identifier> identifiers) {
        JsonArray all = new JsonArray();
        identifiers.forEach(
                each -> all.add(new JsonArray().add(each.property()).add(each.value())));
        return all;
    }

    /// Of an event from before a page said whose it was: nobody's.
    private static List<Identifier> identifiers(JsonObject body) {
        return body.getJsonArray("identifiers", new JsonArray()).stream()
                .map(JsonArray.class::cast)
                .map(each -> new Identifier(each.getInteger(0), each.getString(1)))
                .toList();
    }

    private static JsonObject lists(Map<String, List<String>> values) {
        JsonObject lists = new JsonObject();
        values.forEach((name, all) -> lists.put(name, new JsonArray(all)));
        return lists;
    }

    private static Map<String, List<String>> values(JsonObject body, String field) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        body.getJsonObject(field)
                .forEach(
                        each ->
                                values.put(
                                        each.getKey(),
                                        ((JsonArray) each.getValue())
                                                .stream().map(String::valueOf).toList()));
        return values;
    }

    private static JsonArray ids(Collection<ObjectiveId> objectives) {
        return new JsonArray(objectives.stream().map(ObjectiveId::value).sorted().toList());
    }

    private static Set<ObjectiveId> ids(JsonArray objectives) {
        return objectives.stream()
                .map(each -> new ObjectiveId(String.valueOf(each)))
                .collect(Collectors.toSet());
    }
}
