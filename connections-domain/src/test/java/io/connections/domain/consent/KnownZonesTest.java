package io.connections.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.kernel.Violation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M26")
class KnownZonesTest {
    @ParameterizedTest
    @CsvSource({
        "gdpr, gdpr",
        "GDPR, gdpr",
        "UK GDPR, uk-gdpr",
        "uk_gdpr, uk-gdpr",
        "UK-GDPR, uk-gdpr",
        "' Uk Gdpr ', uk-gdpr",
        "ccpa, ccpa",
        "CPRA, ccpa",
        "LGPD, lgpd",
        "P.I.P.E.D.A., pipeda",
        "Québec Law 25, law-25",
        "Law25, law-25",
        "PDPA Singapore, singapore-pdpa",
        "Rest of world, rest-of-world",
        "REST_OF_WORLD, rest-of-world",
        "NONE, rest-of-world"
    })
    void aZoneIsReadFromItsCodeOrNameHoweverItIsWritten(String text, String code) {
        assertThat(KnownZones.of(text)).contains(new Zone(code));
    }

    @Test
    void everyZoneIsReadFromItsOwnCodeAndName() {
        assertThat(KnownZones.all())
                .allSatisfy(
                        known -> {
                            assertThat(KnownZones.of(known.zone().code())).contains(known.zone());
                            assertThat(KnownZones.of(known.name())).contains(known.zone());
                            assertThat(KnownZones.about(known.zone())).contains(known);
                        });
    }

    @Test
    void noTwoZonesShareACodeANameOrAPlace() {
        List<KnownZone> all = KnownZones.all();
        Set<String> codes = new HashSet<>();
        Set<String> names = new HashSet<>();
        Set<String> places = new HashSet<>();

        all.forEach(
                known -> {
                    codes.add(known.zone().code());
                    names.add(known.name());
                    places.add(known.place());
                });

        assertThat(codes).hasSameSizeAs(all);
        assertThat(names).hasSameSizeAs(all);
        assertThat(places).hasSameSizeAs(all);
        assertThat(codes)
                .contains("gdpr", "uk-gdpr", "ccpa", "lgpd", "pipeda", Zone.REST_OF_WORLD.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpdr", "gdprr", "gdp", "world", "rest", "", " ", "-", "Ünknown", "🙂"})
    void aTypingErrorIsNoZoneAndLeastOfAllRestOfWorld(String text) {
        assertThat(KnownZones.of(text)).isEmpty();
        assertThat(KnownZones.violation("/zones/0", text)).isPresent();
    }

    @Test
    void aNameThatSeveralPlacesHaveIsNotGuessed() {
        assertThat(KnownZones.of("PDPA")).isEmpty();
        assertThat(KnownZones.violation("/zones/0", "Privacy Act"))
                .contains(
                        new Violation(
                                "/zones/0",
                                "zone-ambiguous",
                                "'Privacy Act' may be the law of several places. Write australia-privacy-act or new-zealand-privacy-act."));
    }

    @Test
    void whoWritesNoZoneIsToldWhatToWrite() {
        assertThat(KnownZones.violation("/zones/0", "gpdr"))
                .contains(
                        new Violation(
                                "/zones/0",
                                "zone-unknown",
                                "'gpdr' is no zone. Write its code, such as gdpr, uk-gdpr, ccpa or rest-of-world."));
        assertThat(KnownZones.violation("/zones/0", " ")).map(Violation::code).contains("required");
        assertThat(KnownZones.violation("/zones/0", "x".repeat(100_000)))
                .hasValueSatisfying(
                        violation -> assertThat(violation.message().length()).isLessThan(200));
        assertThat(KnownZones.violation("/zones/0", "GDPR")).isEmpty();
    }

    @Test
    void aZoneThatIsNotKnownHasNothingToSay() {
        assertThat(KnownZones.about(new Zone("atlantis"))).isEqualTo(Optional.empty());
    }
}
