package io.connections.api.audit;

import io.connections.application.audit.EventFilter;
import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// What events can be filtered by, for the list and the export alike.
public class AuditParameters {
    @QueryParam("actor")
    @Parameter(description = "Who did it, by the provider's subject")
    public @Nullable String actor;

    @QueryParam("action")
    @Parameter(description = "What was done", example = "turned-on")
    public @Nullable String action;

    @QueryParam("objectKind")
    @Parameter(description = "The kind of thing that it was done to", example = "connection")
    public @Nullable String objectKind;

    @QueryParam("objectId")
    @Parameter(description = "The thing that it was done to")
    public @Nullable String objectId;

    @QueryParam("from")
    @Parameter(description = "Not before this moment, or this day in UTC", example = "2026-11-23")
    public @Nullable String from;

    @QueryParam("to")
    @Parameter(
            description = "Before this moment, or this day in UTC",
            example = "2026-11-24T00:00:00Z")
    public @Nullable String to;

    @QueryParam("search")
    @Parameter(
            description = "At least three characters that stand in the event, in any case",
            example = "till")
    public @Nullable String search;

    EventFilter filter() {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "actor", actor);
        put(given, "action", action);
        put(given, "objectKind", objectKind);
        put(given, "objectId", objectId);
        put(given, "from", from);
        put(given, "to", to);
        put(given, "search", search);
        return AuditFilters.of(given);
    }

    private static void put(Map<String, String> given, String name, @Nullable String value) {
        if (value != null) {
            given.put(name, value);
        }
    }
}
