package io.connections.adapters.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connections.adapters.catalog.ShippedTypes;
import io.connections.application.discovery.port.SystemVocabulary;
import io.connections.application.discovery.port.SystemVocabularyContract;
import io.connections.domain.discovery.Finding;
import io.connections.domain.discovery.KnownSystem;
import io.connections.domain.discovery.Sighting;
import io.connections.domain.discovery.Sighting.Place;
import io.connections.domain.discovery.Vocabulary;
import io.connections.domain.discovery.WebAddress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClasspathSystemVocabularyTest extends SystemVocabularyContract {
    private static final String SYSTEM =
            "{ id: a, name: A, vendor: A, category: Marketing, scripts: [a.example] }";

    private final SystemVocabulary systems = new ClasspathSystemVocabulary();

    @Override
    protected SystemVocabulary systems() {
        return systems;
    }

    @Test
    void everyShippedTypeIsOneSystemsOrUniversal() {
        Vocabulary vocabulary = systems.vocabulary();
        List<String> referredTo =
                Stream.concat(
                                vocabulary.systems().stream()
                                        .flatMap(system -> system.type().stream()),
                                vocabulary.universal().stream().map(each -> each.type()))
                        .map(type -> type.value())
                        .toList();

        assertThat(referredTo).containsExactlyInAnyOrderElementsOf(ShippedTypes.ofSystems());
    }

    @Test
    void aSystemIsCalledAsItsTypeIs() {
        assertThat(systems.vocabulary().systems())
                .filteredOn(system -> system.type().isPresent())
                .allSatisfy(
                        system -> {
                            var type =
                                    ShippedTypes.loaded()
                                            .find(system.type().orElseThrow())
                                            .orElseThrow();
                            assertThat(system.name()).isEqualTo(type.name());
                            assertThat(system.vendor()).isEqualTo(type.vendor());
                            assertThat(system.category()).isEqualTo(type.category());
                        });
    }

    @Test
    void moreThanSeventySystemsAreKnownByTheirScripts() {
        assertThat(systems.vocabulary().systems())
                .filteredOn(system -> !system.scripts().isEmpty())
                .hasSizeGreaterThan(70);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.googletagmanager.com/gtm.js?id=GTM-1,google-tag-manager",
        "https://www.googletagmanager.com/gtag/js?id=G-1,google-analytics",
        "https://www.google-analytics.com/analytics.js,google-analytics",
        "https://connect.facebook.net/nl_NL/fbevents.js,meta-ads",
        "https://static.hotjar.com/c/hotjar-1.js?sv=6,hotjar",
        "//js.hs-scripts.com/1.js,hubspot",
        "https://js.hsforms.net/forms/v2.js,hubspot",
        "https://cdn.segment.com/analytics.js/v1/key/analytics.min.js,segment",
        "https://static.klaviyo.com/onsite/js/klaviyo.js?company_id=a,klaviyo",
        "https://js.appboycdn.com/web-sdk/5.0/braze.min.js,braze",
        "//munchkin.marketo.net/munchkin.js,adobe-marketo-engage",
        "https://app-ab01.marketo.com/js/forms2/js/forms2.min.js,adobe-marketo-engage",
        "https://pi.pardot.com/pd.js,pardot",
        "//514009935.collect.igodigital.com/collect.js,salesforce-marketing-cloud",
        "//cdn.scarabresearch.com/js/1/scarab-v2.js,sap-emarsys",
        "https://cdn1.adoberesources.net/alloy/2.6.4/alloy.min.js,adobe-experience-platform",
        "https://assets.adobedtm.com/launch-1.min.js,adobe-tags",
        "https://widget.beop.io/sdk.js,beop",
        "https://integration.flip.to/K2X4KDP,flip-to",
        "https://api.bluecore.com/triggermail.js/shop.js,bluecore",
        "https://snap.licdn.com/li.lms-analytics/insight.min.js,linkedin-ads",
        "https://bat.bing.com/bat.js,microsoft-advertising",
        "https://analytics.tiktok.com/i18n/pixel/events.js,tiktok-ads",
        "https://sc-static.net/scevent.min.js,snapchat-ads",
        "https://s.pinimg.com/ct/core.js,pinterest-ads",
        "https://static.ads-twitter.com/uwt.js,x-ads",
        "https://img.en25.com/i/elqCfg.min.js,oracle-eloqua",
        "https://www.clarity.ms/tag/abc,microsoft-clarity",
        "https://cdn.shopify.com/s/files/1/theme.js,shopify",
        "https://cdn.cookielaw.org/scripttemplates/otSDKStub.js,onetrust",
    })
    void aTagThatWebsitesReallyHaveIsRecognised(String script, String system) {
        assertThat(recognised(script)).containsExactly(system);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil-hotjar.com/c/hotjar-1.js",
                "https://static.hotjar.com.evil.example/c/hotjar-1.js",
                "https://evil.example/static.hotjar.com/c/hotjar-1.js",
                "https://static.hotjar.com@evil.example/",
                "https://www.facebook.com/trends",
                "https://s3.amazonaws.com/shop/app.js",
                "https://fonts.googleapis.com/css",
            })
    void whatOnlyLooksLikeATagIsNotRecognised(String script) {
        assertThat(recognised(script)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ id: a, name: A, vendor: A }",
                "{ id: A b, name: A, vendor: A, category: Marketing }",
                "{ id: a, name: A, vendor: A, category: Marketing, scripts: [localhost] }",
                "{ id: a, name: A, vendor: A, category: Marketing, scripts: ['https://a.example'] }",
                "{ id: a, name: A, vendor: A, category: Marketing, logo: a }",
            })
    void anEntryThatTheSchemaRefusesKeepsTheServiceFromStarting(String entry) {
        assertThatThrownBy(() -> with(entry)).hasMessageContaining("systems.yaml is not valid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ id: a, name: B, vendor: B, category: Marketing }",
                "{ id: b, name: a, vendor: B, category: Marketing }",
                "{ id: b, name: B, vendor: B, category: Marketing, scripts: [a.example] }",
            })
    void whatIsSaidOfTwoSystemsKeepsTheServiceFromStarting(String entry) {
        assertThatThrownBy(() -> with(SYSTEM + "\n  - " + entry))
                .hasMessageContaining("Two systems");
    }

    private static Vocabulary with(String entries) {
        return new ClasspathSystemVocabulary(
                        """
                        universal: [{ type: sftp, how: It writes files. }]
                        systems:
                          - %s
                        """
                                .formatted(entries))
                .vocabulary();
    }

    private List<String> recognised(String script) {
        return systems
                .vocabulary()
                .recognise(List.of(new Sighting(Place.SCRIPT, WebAddress.of(script).orElseThrow())))
                .stream()
                .map(Finding::system)
                .map(KnownSystem::id)
                .map(id -> id.value())
                .toList();
    }
}
