package io.connections.domain.goal;

import static io.connections.domain.goal.GoalFixtures.aGoal;
import static io.connections.domain.goal.GoalFixtures.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.Zone;
import io.connections.domain.goal.GoalFixtures.GoalBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M19")
@Tag("M27")
class ConsentPreviewTest {
    private static final ObjectiveId NEWS = new ObjectiveId("newsletter");
    private static final ObjectiveId ADS = new ObjectiveId("ads");
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    @Test
    void eachRowSaysWhatItSaysAlsoATimeByItself() {
        ConsentPreview preview =
                preview(
                        aGoal().consent("news", new ConsentMeaning.AnswerTo(NEWS))
                                .consent("zone", new ConsentMeaning.InZone())
                                .consent("at", new ConsentMeaning.StatedAt()),
                        "news",
                        "yes",
                        "zone",
                        "GDPR",
                        "at",
                        "2026-05-03T10:00:00Z");

        assertThat(preview.rows()).extracting(row -> row.said().granted().size()).startsWith(1);
        assertThat(preview.rows().get(1).said().zone()).contains(new Zone("gdpr"));
        assertThat(preview.rows().get(2).said().at())
                .contains(Instant.parse("2026-05-03T10:00:00Z"));
        assertThat(preview.said().granted()).containsExactly(NEWS);
        assertThat(preview.said().zone()).contains(new Zone("gdpr"));
        assertThat(preview.said().at()).contains(Instant.parse("2026-05-03T10:00:00Z"));
    }

    @Test
    void ofTwoAnswersInOneRecordTheRefusalIsShownAsItCounts() {
        ConsentPreview preview =
                preview(
                        aGoal().consent(
                                        "ok",
                                        new ConsentMeaning.Granted(),
                                        new Processor.Split(","))
                                .consent("not", new ConsentMeaning.Refused()),
                        "ok",
                        "ads,newsletter",
                        "not",
                        "newsletter");

        assertThat(preview.said().granted()).containsExactly(ADS);
        assertThat(preview.said().refused()).containsExactly(NEWS);
        assertThat(preview.rows().getFirst().steps()).containsExactly(List.of("ads", "newsletter"));
    }

    @Test
    void aValueThatIsNotClearIsNamedAtItsRowAndTheOthersAreReadAllTheSame() {
        ConsentPreview preview =
                preview(
                        aGoal().consent("news", new ConsentMeaning.AnswerTo(NEWS))
                                .consent("ads", new ConsentMeaning.AnswerTo(ADS)),
                        "news",
                        "perhaps",
                        "ads",
                        "no");

        assertThat(preview.rows().getFirst().problem())
                .hasValueSatisfying(
                        problem -> {
                            assertThat(problem.code()).isEqualTo("consent-unclear");
                            assertThat(problem.message()).contains("\"perhaps\"", "\"news\"");
                        });
        assertThat(preview.rows().getFirst().said().granted()).isEmpty();
        assertThat(preview.said().refused()).containsExactly(ADS);
    }

    @Test
    void aRowThatCannotWorkYetSaysWhy() {
        ConsentPreview preview =
                preview(
                        aGoal().consent(
                                        "news",
                                        new ConsentMeaning.AnswerTo(new ObjectiveId("gone")))
                                .consent(
                                        "news",
                                        new ConsentMeaning.AnswerTo(NEWS),
                                        new Processor.ValueTable(
                                                Map.of("J", "yes", "j", "no"),
                                                true,
                                                Processor.ValueTable.Otherwise.KEEP)),
                        "news",
                        "yes");

        assertThat(preview.rows())
                .extracting(ConsentPreview.Row::problem)
                .extracting(Optional::orElseThrow)
                .extracting(MappingPreview.Problem::code)
                .containsExactly("unknown-objective", "processor-invalid");
        assertThat(preview.said().granted()).isEmpty();
    }

    private static ConsentPreview preview(GoalBuilder goal, String... values) {
        return ConsentPreview.of(goal.build(), Set.of(NEWS, ADS), NOW, record(1, values));
    }
}
