package io.connections.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.consent.ConsentStatement.Answer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M27")
class ConsentsTest {
    private static final ConsentStatement GRANTED = said(Answer.GRANTED, 5, 1);

    private final Consents before = Consents.of(List.of(GRANTED));

    @Test
    void whatIsOverruledIsPast() {
        ConsentStatement later = said(Answer.REFUSED, 6, 2);

        assertThat(before.hear(List.of(later)))
                .isEqualTo(new Consents.Heard(Consents.of(List.of(later)), List.of(GRANTED)));
    }

    @Test
    void whatComesTooLateIsPastWhateverItSays() {
        ConsentStatement other = said(Answer.REFUSED, 4, 2);
        ConsentStatement same = said(Answer.GRANTED, 4, 2);

        assertThat(before.hear(List.of(other, same)))
                .isEqualTo(new Consents.Heard(before, List.of(other, same)));
    }

    @Test
    void ofTwoAnswersAtOnceTheGrantThatDoesNotCountIsPast() {
        ConsentStatement refused = said(Answer.REFUSED, 5, 2);
        Consents refusing = Consents.of(List.of(refused));

        assertThat(refusing.hear(List.of(GRANTED)))
                .isEqualTo(new Consents.Heard(refusing, List.of(GRANTED)));
    }

    @Test
    void whatRepeatsTheStatementThatCountsIsNothingNew() {
        ConsentStatement again = said(Answer.GRANTED, 5, 2);

        assertThat(before.hear(List.of(again))).isEqualTo(new Consents.Heard(before, List.of()));
    }

    private static ConsentStatement said(Answer answer, long second, long evidence) {
        return new ConsentStatement(
                new ObjectiveId("newsletter"),
                answer,
                Instant.ofEpochSecond(second),
                new EvidenceId(evidence));
    }
}
