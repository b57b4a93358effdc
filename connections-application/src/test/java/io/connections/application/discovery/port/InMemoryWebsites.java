package io.connections.application.discovery.port;

import io.connections.application.discovery.port.WebsiteFailed.Reason;
import io.connections.domain.discovery.Sighting;
import io.connections.domain.discovery.Website;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A web of pages that were published here, by host.
public final class InMemoryWebsites implements Websites {
    private final Map<String, List<Sighting>> pages = new HashMap<>();

    public void publish(String host, List<Sighting> sightings) {
        pages.put(host, sightings);
    }

    @Override
    public Page look(Website website) throws WebsiteFailed {
        List<Sighting> sightings = pages.get(website.host());
        if (sightings == null) {
            throw new WebsiteFailed(
                    Reason.HOST_NOT_FOUND, "There is no such host.", "Check how it is spelt.");
        }
        return new Page(website.shown(), sightings);
    }
}
