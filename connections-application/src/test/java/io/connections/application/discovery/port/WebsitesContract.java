package io.connections.application.discovery.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.connections.application.discovery.port.WebsiteFailed.Reason;
import io.connections.domain.discovery.Sighting;
import io.connections.domain.discovery.Sighting.Place;
import io.connections.domain.discovery.WebAddress;
import io.connections.domain.discovery.Website;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every visitor of websites does.
@Tag("M3")
public abstract class WebsitesContract {
    protected abstract Websites websites();

    /// A website whose page names these addresses.
    ///
    /// @param query what follows `?` in its address
    protected abstract Website naming(List<Sighting> sightings, String query);

    /// A website that nobody serves.
    protected abstract Website nowhere();

    @Test
    void thePageNamesAddressesAsItHasThem() throws Exception {
        List<Sighting> sightings =
                Arrays.stream(Place.values())
                        .map(
                                place ->
                                        new Sighting(
                                                place,
                                                WebAddress.of(
                                                                "https://a.example/%s.js"
                                                                        .formatted(place.name()))
                                                        .orElseThrow()))
                        .toList();

        assertThat(websites().look(naming(sightings, "")).sightings()).isEqualTo(sightings);
    }

    @Test
    void aPageThatNamesNothingIsLookedAtAllTheSame() throws Exception {
        assertThat(websites().look(naming(List.of(), "")).sightings()).isEmpty();
    }

    @Test
    void whereThePageIsFoundIsSaidWithoutWhatMayBePersonal() throws Exception {
        Website website = naming(List.of(), "?mail=mia@shop.example");

        assertThat(websites().look(website).address())
                .isEqualTo(website.shown())
                .doesNotContain("mia");
    }

    @Test
    void aWebsiteThatNobodyServesIsRefusedWithTheWayOut() {
        WebsiteFailed failed =
                catchThrowableOfType(WebsiteFailed.class, () -> websites().look(nowhere()));

        assertThat(failed.reason()).isIn(Reason.HOST_NOT_FOUND, Reason.UNREACHABLE);
        assertThat(failed.remedy()).isNotBlank();
    }
}
