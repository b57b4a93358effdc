package io.connections.local;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

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
