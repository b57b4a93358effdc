package io.connections.adapters.persistence.profile;

import io.connections.adapters.persistence.document.Bytes;
import io.connections.adapters.persistence.document.ConsentDocuments;
import io.connections.domain.consent.ConsentGate;
import io.connections.domain.goal.KnownProfiles.KnownProfile;
import io.connections.domain.kernel.Version;
import io.connections.domain.profile.FormerValues;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.PropertyValues;
import io.connections.domain.profile.ValuesByNumber;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The stored form of a profile's values: `{"7": "a", "9": ["x", "y"]}`, by property number; a
/// single value stands bare.
public final class ProfileDocument {
    private ProfileDocument() {}

    /// From a row with the columns id, properties, zone, consent, version and modified_at.
    public static Profile profile(Row row) {
        return new Profile(
                new ProfileId(row.getUUID("id")),
                new Version(row.getLong("version")),
                row.getOffsetDateTime("modified_at").toInstant(),
                privacy(row.getString("zone"), row.getValue("consent")),
                values(row.getJsonObject("properties")));
    }

    /// From the same columns as one JSON object.
    static Profile profile(JsonObject row) {
        return new Profile(
                new ProfileId(UUID.fromString(row.getString("id"))),
                new Version(row.getLong("version")),
                OffsetDateTime.parse(row.getString("modified_at")).toInstant(),
                privacy(row.getString("zone"), row.getValue("consent")),
                values(row.getJsonObject("properties")));
    }

    /// From the same columns, for whoever decides about the profile.
    public static KnownProfile known(JsonObject row) {
        Profile profile = profile(row);
        PropertyValues.Builder values = PropertyValues.builder(profile.values().size());
        profile.values().forEach(values::set);
        return new KnownProfile(
                profile.id(), profile.version().number(), values.build(), profile.privacy());
    }

    public static JsonObject document(PropertyValues values) {
        return document(byNumber(values));
    }

    /// As [#former(Map)].
    public static String former(FormerValues before) {
        return former(byNumber(before));
    }

    private static Map<Integer, List<String>> byNumber(ValuesByNumber values) {
        Map<Integer, List<String>> byNumber = new LinkedHashMap<>();
        for (int place = 0; place < values.size(); place++) {
            byNumber.put(values.numberAt(place), values.valuesAt(place));
        }
        return byNumber;
    }

    private static ConsentGate.Subject privacy(@Nullable String zone, @Nullable Object consent) {
        return ConsentDocuments.read(
                zone,
                consent == null ? null : Json.encode(consent).getBytes(StandardCharsets.UTF_8));
    }

    static Map<Integer, List<String>> values(JsonObject document) {
        Map<Integer, List<String>> values = new HashMap<>();
        document.forEach(
                entry -> values.put(Integer.valueOf(entry.getKey()), texts(entry.getValue())));
        return values;
    }

    static JsonObject document(Map<Integer, List<String>> values) {
        JsonObject document = new JsonObject();
        values.forEach(
                (property, list) ->
                        document.put(
                                property.toString(),
                                list.size() == 1 ? list.getFirst() : new JsonArray(list)));
        return document;
    }

    /// What the ledger keeps of a change: as a document, but null where there was nothing.
    /// Written by hand, because an application may tell its JSON library to leave out nulls.
    static String former(Map<Integer, List<String>> before) {
        Bytes out = new Bytes(64);
        char between = '{';
        for (Map.Entry<Integer, List<String>> each : before.entrySet()) {
            out.put(between).put('"').putDecimal(each.getKey()).put('"').put(':');
            putValues(each.getValue(), out);
            between = ',';
        }
        return before.isEmpty() ? "{}" : out.put('}').text();
    }

    private static void putValues(List<String> values, Bytes out) {
        if (values.isEmpty()) {
            out.putUtf8("null");
        } else if (values.size() == 1) {
            out.putJson(values.getFirst());
        } else {
            out.putUtf8(new JsonArray(values).encode());
        }
    }

    /// The reverse of [#former]: an empty list where nothing stood.
    static Map<Integer, List<String>> formerOf(JsonObject document) {
        Map<Integer, List<String>> before = new HashMap<>();
        document.forEach(
                entry ->
                        before.put(
                                Integer.valueOf(entry.getKey()),
                                entry.getValue() == null ? List.of() : texts(entry.getValue())));
        return before;
    }

    private static List<String> texts(Object stored) {
        return stored instanceof JsonArray list
                ? list.stream().map(Object::toString).toList()
                : List.of(stored.toString());
    }
}
