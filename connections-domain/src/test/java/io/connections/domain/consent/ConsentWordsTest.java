package io.connections.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.consent.ConsentGate.Verdict;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M28")
class ConsentWordsTest {
    private static final Zone GDPR = new Zone("gdpr");

    @Test
    void whoIsProcessedIsToldWhy() {
        assertThat(ConsentWords.reason(Verdict.Allowed.NO_OBJECTIVE, GDPR))
                .isEqualTo("The connection is linked to no objective: it processes everybody.");
        assertThat(ConsentWords.reason(Verdict.Allowed.CONSENT_NOT_NEEDED, GDPR))
                .isEqualTo("None of its objectives needs consent in the zone GDPR.");
        assertThat(ConsentWords.reason(Verdict.Allowed.GRANTED, GDPR))
                .startsWith("Consented to at least one objective")
                .contains("GDPR (opt-in)");
        assertThat(ConsentWords.reason(Verdict.Allowed.NOT_REFUSED, GDPR))
                .startsWith("Refused no objective")
                .contains("GDPR (opt-out)");
    }

    @Test
    void whoIsHeldBackIsToldWhatTheGateSays() {
        assertThat(
                        ConsentWords.reason(
                                new Verdict.HeldBack(
                                        Verdict.Rule.REFUSED, List.of(), "Refused \"Ads\"."),
                                GDPR))
                .isEqualTo("Refused \"Ads\".");
    }
}
