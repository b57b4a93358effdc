package io.connections.api.visitor;

import com.fasterxml.jackson.databind.JsonNode;
import io.connections.application.visitor.SentEvent;
import io.connections.application.visitor.SentEvent.Said;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.goal.VariablePath;
import io.connections.domain.kernel.VisibleText;
import io.connections.domain.visitor.EventId;
import io.connections.domain.visitor.SendersClock;
import io.connections.domain.visitor.VisitorEvent.Consented;
import io.connections.domain.visitor.VisitorEvent.Happened;
import io.connections.domain.visitor.VisitorEvent.Identified;
import io.connections.domain.visitor.VisitorEvent.PageViewed;
import io.connections.domain.visitor.VisitorEvent.VariablesRead;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// Reads one event of the tag. Whatever it may be, it is an answer and no failure: one bad event
/// costs only itself.
final class EventJson {
    private static final int MAX_SHOWN_NAME = 40;

    private static final int REPLACEMENT = 0xFFFD;

    private EventJson() {}

    private static final class Wrong extends RuntimeException {
        Wrong(String reason) {
            super(reason, null, false, false);
        }
    }

    static SentEvent read(JsonNode event) {
        try {
            return new SentEvent.Read(
                    EventId.of(text(event, "id"))
                            .orElseThrow(
                                    () ->
                                            new Wrong(
                                                    "\"id\" is 1 to %d letters, digits, - and _."
                                                            .formatted(EventId.MAX_LENGTH))),
                    time(event, "at"),
                    text(event, "url"),
                    said(event));
        } catch (Wrong wrong) {
            return new SentEvent.Unreadable(String.valueOf(wrong.getMessage()));
        }
    }

    private static Said said(JsonNode event) {
        return switch (text(event, "type")) {
            case "page" ->
                    new SentEvent.Plain(
                            new PageViewed(
                                    cut(optional(event, "title"), PageViewed.MAX_TITLE),
                                    cut(optional(event, "referrer"), PageViewed.MAX_REFERRER)));
            case "event" -> new SentEvent.Plain(new Happened(name(event), properties(event)));
            case "identify" -> identity(event);
            case "consent" ->
                    new SentEvent.Consent(
                            objectives(event, "granted"),
                            objectives(event, "refused"),
                            shown(event));
            case "variables" ->
                    new SentEvent.Variables(
                            connection(text(event, "connection")),
                            whosePage(event),
                            variables(event));
            default -> throw new Wrong("\"type\" is page, event, identify, consent or variables.");
        };
    }

    private static SentEvent.Identity whosePage(JsonNode event) {
        if (event.path("identity").isMissingNode()) {
            throw new Wrong("\"identity\" says whose page it was, with a proof.");
        }
        return identity(object(event, "identity"));
    }

    /// @throws Wrong where it is none
    private static SentEvent.Identity identity(JsonNode named) {
        return new SentEvent.Identity(
                identifiers(named),
                Optional.of(optional(named, "proof")).filter(proof -> !proof.isEmpty()));
    }

    /// Who somebody is said to be, outside of an event.
    ///
    /// @param wrong told what is wrong with it
    static Optional<SentEvent.Identity> identity(JsonNode named, Consumer<String> wrong) {
        try {
            return Optional.of(identity(named));
        } catch (Wrong reason) {
            wrong.accept(String.valueOf(reason.getMessage()));
            return Optional.empty();
        }
    }

    private static ConnectionId connection(String text) {
        try {
            return new ConnectionId(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            throw new Wrong("\"connection\" is the id of a connection.");
        }
    }

    private static Map<String, List<String>> variables(JsonNode event) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        object(event, "values")
                .properties()
                .forEach(
                        each -> {
                            List<String> read = values(each.getKey(), each.getValue());
                            if (VariablePath.fault(each.getKey()).isPresent()) {
                                throw new Wrong("There is a name in it that is of no variable.");
                            }
                            if (!read.isEmpty()) {
                                values.put(each.getKey(), read);
                            }
                        });
        if (values.size() > VariablesRead.MAX_VARIABLES) {
            throw new Wrong("At most %d variables.".formatted(VariablesRead.MAX_VARIABLES));
        }
        return values;
    }

    private static String name(JsonNode event) {
        String name = text(event, "name").strip();
        if (name.isEmpty() || name.length() > Happened.MAX_NAME) {
            throw new Wrong("\"name\" has 1 to %d characters.".formatted(Happened.MAX_NAME));
        }
        return name;
    }

    private static Map<String, List<String>> properties(JsonNode event) {
        Map<String, List<String>> properties = new LinkedHashMap<>();
        object(event, "properties")
                .properties()
                .forEach(
                        each -> {
                            String name = clean(each.getKey());
                            if (name.isEmpty() || name.length() > Happened.MAX_NAME) {
                                throw new Wrong(
                                        "The name of a property has 1 to %d characters."
                                                .formatted(Happened.MAX_NAME));
                            }
                            List<String> values = values(name, each.getValue());
                            if (!values.isEmpty()) {
                                properties.put(name, values);
                            }
                        });
        if (properties.size() > Happened.MAX_PROPERTIES) {
            throw new Wrong(
                    "An event has at most %d properties.".formatted(Happened.MAX_PROPERTIES));
        }
        return properties;
    }

    private static List<String> values(String property, JsonNode value) {
        List<String> values = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(each -> value(property, each).ifPresent(values::add));
        } else {
            value(property, value).ifPresent(values::add);
        }
        if (values.size() > Happened.MAX_VALUES) {
            throw new Wrong(
                    "The property %s has more than %d values."
                            .formatted(quoted(property), Happened.MAX_VALUES));
        }
        return values;
    }

    private static Optional<String> value(String property, JsonNode value) {
        if (value.isNull()) {
            return Optional.empty();
        }
        if (!value.isValueNode()) {
            throw new Wrong(
                    "The property %s is a text, a number, true or false, or a list of such."
                            .formatted(quoted(property)));
        }
        String text = clean(value.asText());
        if (text.length() > Happened.MAX_VALUE) {
            throw new Wrong(
                    "A value of the property %s has more than %,d characters."
                            .formatted(quoted(property), Happened.MAX_VALUE));
        }
        return Optional.of(text);
    }

    private static Map<String, String> identifiers(JsonNode event) {
        Map<String, String> identifiers = new LinkedHashMap<>();
        object(event, "identifiers")
                .properties()
                .forEach(
                        each -> {
                            if (!each.getValue().isTextual() && !each.getValue().isNumber()) {
                                throw new Wrong(
                                        "The identifier %s is a text."
                                                .formatted(quoted(each.getKey())));
                            }
                            String value = each.getValue().asText();
                            if (!clean(value).equals(value)) {
                                throw new Wrong(
                                        "The identifier %s has a letter that is none."
                                                .formatted(quoted(each.getKey())));
                            }
                            if (VisibleText.leavesTheLine(value)
                                    || VisibleText.leavesTheLine(each.getKey())) {
                                throw new Wrong("An identifier stands on one line.");
                            }
                            identifiers.put(each.getKey(), value);
                        });
        if (identifiers.isEmpty() || identifiers.size() > Identified.MAX_IDENTIFIERS) {
            throw new Wrong(
                    "\"identifiers\" has 1 to %d of them.".formatted(Identified.MAX_IDENTIFIERS));
        }
        return identifiers;
    }

    private static List<String> objectives(JsonNode event, String field) {
        JsonNode list = event.path(field);
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        List<String> ids = new ArrayList<>();
        list.forEach(each -> ids.add(each.isTextual() ? each.asText() : ""));
        if (!list.isArray() || ids.contains("") || ids.size() > Consented.MAX_OBJECTIVES) {
            throw new Wrong(
                    "\"%s\" is a list of at most %d ids of objectives."
                            .formatted(field, Consented.MAX_OBJECTIVES));
        }
        return ids;
    }

    private static Map<String, String> shown(JsonNode event) {
        Map<String, String> shown = new LinkedHashMap<>();
        object(event, "shown")
                .properties()
                .forEach(
                        each -> {
                            if (!each.getValue().isTextual()) {
                                throw new Wrong("\"shown\" has a text for each objective.");
                            }
                            shown.put(
                                    each.getKey(),
                                    cut(clean(each.getValue().asText()), Consented.MAX_SHOWN));
                        });
        return shown;
    }

    private static JsonNode object(JsonNode event, String field) {
        JsonNode object = event.path(field);
        if (object.isMissingNode() || object.isNull()) {
            return object;
        }
        if (!object.isObject()) {
            throw new Wrong("\"%s\" is an object.".formatted(field));
        }
        return object;
    }

    private static String optional(JsonNode event, String field) {
        JsonNode value = event.path(field);
        return value.isMissingNode() || value.isNull() ? "" : text(event, field);
    }

    private static String text(JsonNode event, String field) {
        JsonNode value = event.path(field);
        if (!value.isTextual()) {
            throw new Wrong("\"%s\" is a text.".formatted(field));
        }
        return clean(value.asText());
    }

    private static Instant time(JsonNode event, String field) {
        return time(text(event, field))
                .orElseThrow(
                        () ->
                                new Wrong(
                                        "\"%s\" is a time such as 2026-11-27T10:00:01.004Z."
                                                .formatted(field)));
    }

    static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant())
                    .filter(SendersClock::canShow);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// Without what no text of the database can hold: U+0000, and halves of a letter.
    static String clean(String text) {
        return text.codePoints()
                .map(each -> each == 0 || isHalf(each) ? REPLACEMENT : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isHalf(int letter) {
        return letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE;
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(
                0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    private static String quoted(String name) {
        return "\"" + cut(name, MAX_SHOWN_NAME) + "\"";
    }
}
