package io.connections.domain.discovery;

import static io.connections.domain.discovery.DiscoveryFixtures.HEATMAP;
import static io.connections.domain.discovery.DiscoveryFixtures.SHOP_MAIL;
import static io.connections.domain.discovery.DiscoveryFixtures.STATISTICS;
import static io.connections.domain.discovery.DiscoveryFixtures.TAGS;
import static io.connections.domain.discovery.DiscoveryFixtures.VOCABULARY;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.discovery.Sighting.Place;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("M3")
class VocabularyTest {
    @Test
    void aSearchFindsPartsOfAnyOfASystemsWordsInAnyCase() {
        assertThat(VOCABULARY.search(" MAIL ", "")).containsExactly(SHOP_MAIL);
        assertThat(VOCABULARY.search("analyt", "")).containsExactly(HEATMAP, STATISTICS);
        assertThat(VOCABULARY.search("", "")).hasSize(4);
        assertThat(VOCABULARY.search("carrier pigeon", "")).isEmpty();
    }

    @Test
    void aCategoryLeavesOutTheOthers() {
        assertThat(VOCABULARY.search("", "tag management")).containsExactly(TAGS);
        assertThat(VOCABULARY.categories())
                .containsExactly("Analytics", "Marketing", "Tag management");
    }

    @Test
    void aSystemIsFoundByItsIdAndByItsNameInAnyCase() {
        assertThat(VOCABULARY.find(new SystemId("tags"))).contains(TAGS);
        assertThat(VOCABULARY.find(new SystemId("Tags"))).isEmpty();
        assertThat(VOCABULARY.named(" shop mail ")).contains(SHOP_MAIL);
    }

    @Test
    void aPageGivesSystemsAwayWithTheAddressesThatSaySo() {
        Sighting script = seen(Place.SCRIPT, "https://static.heatmap.example/c/1.js");
        Sighting inline = seen(Place.INLINE_SCRIPT, "https://www.goo.example/gtm.js");
        Sighting own = seen(Place.SCRIPT, "https://shop.example/app.js");

        List<Finding> found = VOCABULARY.recognise(List.of(own, script, inline, script));

        assertThat(found)
                .containsExactly(
                        new Finding(HEATMAP, List.of(script)), new Finding(TAGS, List.of(inline)));
    }

    @Test
    void theEvidenceSaysWhatThePageDoes() {
        assertThat(seen(Place.SCRIPT, "https://static.heatmap.example/c/1.js?id=7").words())
                .isEqualTo("The page loads https://static.heatmap.example/c/1.js.");
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void everyPlaceIsSaidInASentenceWithTheAddress(Place place) {
        assertThat(seen(place, "https://static.heatmap.example/c/1.js").words())
                .contains("https://static.heatmap.example/c/1.js")
                .endsWith(".");
    }

    @Test
    void aHintTellsOnlyWhereTheHostIsOneSystemsAlone() {
        List<Finding> found =
                VOCABULARY.recognise(
                        List.of(
                                seen(Place.CONNECTION_HINT, "https://mail.example"),
                                seen(Place.CONNECTION_HINT, "https://goo.example")));

        assertThat(found).extracting(Finding::system).containsExactly(SHOP_MAIL);
    }

    @Test
    void moreOfOneSystemProvesNothingMore() {
        List<Sighting> many =
                IntStream.range(0, 100)
                        .mapToObj(i -> seen(Place.SCRIPT, "https://mail.example/" + i))
                        .toList();

        assertThat(VOCABULARY.recognise(many).getFirst().evidence()).hasSize(5);
    }

    private static Sighting seen(Place place, String address) {
        return new Sighting(place, WebAddress.of(address).orElseThrow());
    }
}
