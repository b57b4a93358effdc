package io.connections.application.discovery.port;

import io.connections.domain.discovery.Sighting;
import io.connections.domain.discovery.Website;
import java.util.List;

class InMemoryWebsitesTest extends WebsitesContract {
    private final InMemoryWebsites websites = new InMemoryWebsites();

    @Override
    protected Websites websites() {
        return websites;
    }

    @Override
    protected Website naming(List<Sighting> sightings, String query) {
        websites.publish("shop.example", sightings);
        return new Website("https", "shop.example", -1, "/" + query);
    }

    @Override
    protected Website nowhere() {
        return new Website("https", "nobody.example", -1, "/");
    }
}
