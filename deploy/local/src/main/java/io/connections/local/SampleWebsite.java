package io.connections.local;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What the sample website has in the service, made over the REST API as the demo marketer would
/// make it in the page: a channel, and an objective for each thing that its visitors are asked for.
final class SampleWebsite {
    static final String NAME = "Fern & Kettle";

    /// A hostname says nothing about ports.
    private static final String HOSTNAME = "localhost";

    private final ConnectionsApi api;

    SampleWebsite(ConnectionsApi api) {
        this.api = api;
    }

    /// The id of its channel, which is made where there is none.
    String makeChannel() throws IOException, InterruptedException {
        var found = findChannel();
        return found.isPresent()
                ? found.get()
                : api.post(
                                "/channels",
                                Map.of("name", NAME, "kind", "WEBSITE", "hostname", HOSTNAME))
                        .path("id")
                        .asText();
    }

    /// Those that are not there yet.
    void makeObjectives() throws IOException, InterruptedException {
        var known =
                ConnectionsApi.items(api.get("/objectives"))
                        .map(objective -> objective.path("id").asText())
                        .toList();
        for (var purpose : Purpose.ALL) {
            if (!known.contains(purpose.id())) {
                api.post("/objectives", purpose.objective());
            }
        }
    }

    /// A connection that reads what its pages say of whoever is signed in, and shows them what the
    /// profile says. It works where the visitor wants personal offers.
    ///
    /// @param manager who may install connection types
    void makeDataLayer(String channel, ConnectionsApi manager)
            throws IOException, InterruptedException {
        manager.put("/connection-types/data-layer/installation", Map.of());
        makeProperties();
        var connection =
                api.post(
                        "/connections",
                        Map.of(
                                "typeId",
                                "data-layer",
                                "name",
                                NAME + " pages",
                                "description",
                                "What the shop's pages know, and what they are shown.",
                                "goals",
                                List.of(reads(), shows()),
                                "objectives",
                                List.of("personal-offers"),
                                "scope",
                                only(channel)));
        api.put("/connections/%s/on".formatted(connection.path("id").asText()), Map.of("on", true));
    }

    private void makeProperties() throws IOException, InterruptedException {
        var known =
                ConnectionsApi.items(api.get("/profile-properties"))
                        .map(property -> property.path("id").asText())
                        .toList();
        for (var property :
                List.of(
                        property("customer_id", "Customer number", true, false),
                        property("first_name", "First name", false, true),
                        property("viewed", "Looked at in the shop", false, false))) {
            if (!known.contains(property.get("id"))) {
                api.post("/profile-properties", property);
            }
        }
    }

    private static Map<String, Object> property(
            String id, String name, boolean identifier, boolean pii) {
        return Map.of("id", id, "name", name, "type", "TEXT", "identifier", identifier, "pii", pii);
    }

    private static Map<String, Object> reads() {
        return Map.of(
                "kind",
                "IMPORT_VARIABLES",
                "id",
                UUID.randomUUID(),
                "name",
                "Page variables into profiles",
                "createWhenNoMatch",
                true,
                "mapping",
                List.of(
                        Map.of("field", "shop.customer.firstName", "property", "first_name"),
                        Map.of(
                                "field", "shop.page.category",
                                "property", "viewed",
                                "strategy", "ADD")));
    }

    private static Map<String, Object> shows() {
        return Map.of(
                "kind",
                "EXPORT_VARIABLES",
                "id",
                UUID.randomUUID(),
                "name",
                "Profile values for the page",
                "values",
                List.of(
                        Map.of("property", "first_name", "variable", "profile.firstName"),
                        Map.of("property", "viewed", "variable", "profile.interests")));
    }

    private static Map<String, Object> only(String channel) {
        return Map.of(
                "kind",
                "CHOSEN",
                "channels",
                List.of(Map.of("channelId", channel, "rules", List.of())));
    }

    /// The key with which the website's server proves who signed in. Whoever made another one has a
    /// use for it: that one stays, and the website proves nothing.
    ///
    /// @param manager who may make it
    static Optional<String> findOrMakeKey(String channel, ConnectionsApi manager, Secrets secrets)
            throws IOException, InterruptedException {
        var path = "/channels/%s/key".formatted(channel);
        var key = "channel-key-" + channel;
        var since = "channel-key-since-" + channel;
        var now = manager.get(path);
        if (!now.path("made").asBoolean()) {
            secrets.keep(key, manager.post(path, Map.of()).path("key").asText());
            now = manager.get(path);
            secrets.keep(since, now.path("madeAt").asText());
        }
        var isIts = secrets.find(since).equals(Optional.of(now.path("madeAt").asText()));
        return isIts ? secrets.find(key) : Optional.empty();
    }

    /// Whichever channel has the hostname, by whatever name.
    Optional<String> findChannel() throws IOException, InterruptedException {
        var page = ConnectionsApi.encoded("http://%s/".formatted(HOSTNAME));
        var channel = api.get("/channels/try?url=" + page).path("channel").path("id").asText();
        return Optional.of(channel).filter(id -> !id.isEmpty());
    }
}
