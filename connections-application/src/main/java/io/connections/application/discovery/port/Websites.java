package io.connections.application.discovery.port;

import io.connections.domain.discovery.Sighting;
import io.connections.domain.discovery.Website;
import java.time.Duration;
import java.util.List;

/// Looks at one page of a website as a visitor without scripts would: nothing in it is executed,
/// nothing that it names is fetched. Blocking; called on virtual threads only.
public interface Websites {
    /// For everything together, redirects included.
    Duration LIMIT = Duration.ofSeconds(15);

    /// Bytes of the page, before and after it is unpacked.
    int MAX_BYTES = 5_000_000;

    int MAX_REDIRECTS = 5;

    /// Addresses beyond that are left out.
    int MAX_SIGHTINGS = 2_000;

    /// @throws WebsiteFailed when there is no page to look at
    Page look(Website website) throws WebsiteFailed;

    /// @param address where the page was found in the end, without what follows `?`
    /// @param sightings addresses that the page names, as it has them
    record Page(String address, List<Sighting> sightings) {
        public Page {
            sightings = List.copyOf(sightings);
        }
    }
}
