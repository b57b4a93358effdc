package io.connections.api.visitor;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.connections.api.problem.JsonFault;
import io.connections.api.problem.ProblemType;
import io.connections.api.problem.RequestRefused;
import io.connections.application.visitor.AskVariables;
import io.connections.application.visitor.CollectEvents;
import io.connections.application.visitor.SentEvent;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.visitor.VisitorId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Reads what the tag sends. What is around the events has to be right; each event may be wrong by
/// itself.
@Singleton
final class BatchJson {
    private final ObjectMapper json;

    BatchJson(ObjectMapper json) {
        this.json = json;
    }

    /// Fails with [RequestRefused].
    CollectEvents.Command read(byte[] body, String origin) {
        JsonNode batch = object(body);
        List<SentEvent> events = events(batch);
        return new CollectEvents.Command(
                channel(text(batch, "channel")),
                visitor(text(batch, "visitor")),
                sentAt(batch),
                zone(batch),
                origin,
                events);
    }

    /// The question which variables a page has to tell. Fails with [RequestRefused].
    AskVariables.Query question(byte[] body, String origin) {
        JsonNode question = object(body);
        return new AskVariables.Query(
                channel(text(question, "channel")),
                visitor(text(question, "visitor")),
                text(question, "url"),
                zone(question),
                EventJson.identity(
                                question.path("identity"),
                                reason -> {
                                    throw malformed("\"identity\": " + reason);
                                })
                        .orElseThrow(),
                origin);
    }

    private static Optional<String> zone(JsonNode batch) {
        return Optional.ofNullable(batch.get("zone"))
                .filter(zone -> !zone.isNull())
                .map(JsonNode::asText)
                .filter(zone -> !zone.isEmpty());
    }

    private JsonNode object(byte[] body) {
        try {
            JsonNode batch = json.readTree(body);
            if (!batch.isObject()) {
                throw malformed("The body is no JSON object.");
            }
            return batch;
        } catch (JacksonException e) {
            throw malformed("The body is no JSON: " + JsonFault.words(e));
        } catch (IOException e) {
            throw new UncheckedIOException("what is in memory can be read", e);
        }
    }

    static ChannelId channel(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return new ChannelId(id);
            }
        } catch (IllegalArgumentException _) {
            // Refused below.
        }
        throw malformed("\"channel\" is the id of a channel, as the page shows it.");
    }

    private static VisitorId visitor(String text) {
        return VisitorId.of(text)
                .orElseThrow(
                        () ->
                                malformed(
                                        "\"visitor\" is %d letters of base64url."
                                                .formatted(VisitorId.LENGTH)));
    }

    private static Instant sentAt(JsonNode batch) {
        return EventJson.time(text(batch, "sentAt"))
                .orElseThrow(
                        () -> malformed("\"sentAt\" is a time such as 2026-11-27T10:00:05.120Z."));
    }

    private static List<SentEvent> events(JsonNode batch) {
        JsonNode sent = batch.path("events");
        if (!sent.isArray() || sent.size() > CollectEvents.MOST_EVENTS) {
            throw malformed(
                    "\"events\" is a list of at most %d events."
                            .formatted(CollectEvents.MOST_EVENTS));
        }
        List<SentEvent> events = new ArrayList<>(sent.size());
        sent.forEach(each -> events.add(EventJson.read(each)));
        return events;
    }

    private static String text(JsonNode batch, String field) {
        JsonNode value = batch.path(field);
        if (!value.isTextual()) {
            throw malformed("\"%s\" is missing, or no text.".formatted(field));
        }
        return value.asText();
    }

    static RequestRefused malformed(String detail) {
        return new RequestRefused(ProblemType.REQUEST_MALFORMED, detail);
    }
}
