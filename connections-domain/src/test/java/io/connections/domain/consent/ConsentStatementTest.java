package io.connections.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.kernel.Violation;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M27")
class ConsentStatementTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final ObjectiveId NEWS = new ObjectiveId("newsletter");

    @Test
    void aStatementFromTheFutureIsRefusedSinceItWouldWinOverAllThatIsSaidUntilThen() {
        assertThat(ConsentStatement.violation("/at", NOW.plusSeconds(301), NOW))
                .map(Violation::code)
                .contains("in-the-future");
    }

    @Test
    void aClockThatIsAFewMinutesAheadIsForgiven() {
        assertThat(ConsentStatement.violation("/at", NOW.plusSeconds(300), NOW)).isEmpty();
        assertThat(ConsentStatement.violation("/at", Instant.EPOCH, NOW)).isEmpty();
    }

    @Test
    void statementsAboutDifferentObjectivesCannotOverruleEachOther() {
        ConsentStatement news = new ConsentStatement(NEWS, Answer.GRANTED, NOW, new EvidenceId(1));
        ConsentStatement ads =
                new ConsentStatement(
                        new ObjectiveId("ads"), Answer.REFUSED, NOW, new EvidenceId(1));

        assertThatThrownBy(() -> news.isOverruledBy(ads))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"newsletter", "a", "Google_Ads_Consent", "EU-news_2", "x9"})
    void anIdIsWhatAnotherSystemWrites(String id) {
        assertThat(ObjectiveId.violation("/id", id)).isEmpty();
        assertThat(ObjectiveId.of(id)).contains(new ObjectiveId(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9x", "-x", "news letter", "news,letter", "näws", "a/b"})
    void anIdWithoutALetterFirstOrWithAnythingElseIsNone(String id) {
        assertThat(ObjectiveId.violation("/id", id)).isPresent();
        assertThat(ObjectiveId.of(id)).isEmpty();
    }

    @Test
    void anIdOf60CharactersIsOneAndOf61IsNone() {
        assertThat(ObjectiveId.of("x".repeat(60))).isPresent();
        assertThat(ObjectiveId.of("x".repeat(61))).isEmpty();
    }
}
