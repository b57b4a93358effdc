package io.connections.domain.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.Consents;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacySettings;
import io.connections.domain.consent.Regime;
import io.connections.domain.consent.Zone;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("M25")
class AdmissionTest {
    private static final Zone EUROPE = new Zone("gdpr");
    private static final Zone CALIFORNIA = new Zone("ccpa");
    private static final PrivacySettings SETTINGS =
            PrivacySettings.of(
                    Regime.OPT_IN, Map.of(EUROPE, Regime.OPT_IN, CALIFORNIA, Regime.OPT_OUT));
    private static final List<Objective> OBJECTIVES =
            List.of(
                    objective("ads", EUROPE, CALIFORNIA),
                    objective("news", EUROPE, CALIFORNIA),
                    objective("maps", EUROPE));

    @ParameterizedTest
    @CsvSource({
        "gdpr, '', '', OPT_IN, false",
        "gdpr, '', ads, OPT_IN, false",
        "gdpr, ads, '', OPT_IN, true",
        "gdpr, ads, news, OPT_IN, true",
        "gdpr, gone, '', OPT_IN, false",
        "ccpa, '', '', OPT_OUT, true",
        "ccpa, '', ads, OPT_OUT, false",
        "ccpa, '', 'ads news', OPT_OUT, false",
        "ccpa, news, ads, OPT_OUT, true",
        "ccpa, maps, 'ads news', OPT_OUT, false",
        "rest-of-world, '', '', OPT_IN, false"
    })
    void whoIsRememberedDependsOnTheZoneAndOnWhatWasSaid(
            String zone, String granted, String refused, Regime regime, boolean remember) {
        Admission admission =
                Admission.of(SETTINGS, OBJECTIVES, new Zone(zone), said(granted, refused));

        assertThat(admission).isEqualTo(new Admission(new Zone(zone), regime, remember));
    }

    @Test
    void aZoneThatIsNotInUseCountsAsRestOfWorld() {
        assertThat(Admission.of(SETTINGS, OBJECTIVES, new Zone("lgpd"), Consents.NONE))
                .isEqualTo(new Admission(Zone.REST_OF_WORLD, Regime.OPT_IN, false));
    }

    @Test
    void whereNothingCanBeRefusedEverybodyIsRemembered() {
        assertThat(
                        Admission.of(
                                        SETTINGS,
                                        List.of(objective("maps", EUROPE)),
                                        CALIFORNIA,
                                        said("", "maps"))
                                .remember())
                .isTrue();
    }

    @Test
    void whoKeepsTheWishIsNotRememberedAnywhere() {
        assertThat(Admission.ofNobody(SETTINGS, CALIFORNIA))
                .isEqualTo(new Admission(CALIFORNIA, Regime.OPT_OUT, false));
    }

    private static Objective objective(String id, Zone... zones) {
        return new Objective(new ObjectiveId(id), id, Set.of(zones));
    }

    private static Consents said(String granted, String refused) {
        return Consents.of(
                Stream.concat(
                                statements(granted, Answer.GRANTED),
                                statements(refused, Answer.REFUSED))
                        .toList());
    }

    private static Stream<ConsentStatement> statements(String ids, Answer answer) {
        return Stream.of(ids.split(" ", -1))
                .filter(id -> !id.isEmpty())
                .map(
                        id ->
                                new ConsentStatement(
                                        new ObjectiveId(id),
                                        answer,
                                        Instant.EPOCH,
                                        new EvidenceId(1)));
    }
}
