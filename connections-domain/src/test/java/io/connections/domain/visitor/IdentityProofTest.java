package io.connections.domain.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.channel.ChannelId;
import io.connections.domain.kernel.Secret;
import io.connections.domain.visitor.IdentityProof.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M25")
class IdentityProofTest {
    private static final Secret KEY = new Secret("spring-rain");
    private static final ChannelId SHOP =
            new ChannelId(UUID.fromString("0199f000-0000-7000-8000-0000000000aa"));
    private static final VisitorId ADA = new VisitorId("abcdefghijklmnopqrst-_");
    private static final Map<String, String> IDENTIFIERS =
            Map.of("email", "ada@example.com", "customer-id", "7");

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final Instant EVENING = NOON.plus(Duration.ofHours(6));

    /// As another language made it.
    @Test
    void aProofIsAnHmacOverChannelVisitorEndAndSortedIdentifiers() {
        assertThat(IdentityProof.of(KEY, SHOP, ADA, IDENTIFIERS, EVENING))
                .isEqualTo("1795802400.9TJaSM0YyfM6oglR0iRrgJxFdbdMRdxitixblkKLLKI");
    }

    @Test
    void itProvesWhatItWasMadeForAndNothingElse() {
        String proof = IdentityProof.of(KEY, SHOP, ADA, IDENTIFIERS, EVENING);

        assertThat(judged(proof, KEY, SHOP, ADA, IDENTIFIERS)).isEqualTo(Verdict.HOLDS);
        assertThat(judged(proof + "=", KEY, SHOP, ADA, IDENTIFIERS)).isEqualTo(Verdict.HOLDS);
        assertThat(judged(proof, new Secret("other"), SHOP, ADA, IDENTIFIERS))
                .isEqualTo(Verdict.FALSE);
        assertThat(judged(proof, KEY, new ChannelId(new UUID(0, 1)), ADA, IDENTIFIERS))
                .isEqualTo(Verdict.FALSE);
        assertThat(judged(proof, KEY, SHOP, new VisitorId("bbcdefghijklmnopqrst-_"), IDENTIFIERS))
                .isEqualTo(Verdict.FALSE);
        assertThat(judged(proof, KEY, SHOP, ADA, Map.of("email", "ada@example.com")))
                .isEqualTo(Verdict.FALSE);
        assertThat(judged(proof.replace("1795802400", "1795802401"), KEY, SHOP, ADA, IDENTIFIERS))
                .isEqualTo(Verdict.FALSE);
    }

    @Test
    void itEndsAndNeverHoldsForLongerThanADay() {
        assertThat(until(NOON)).isEqualTo(Verdict.HOLDS);
        assertThat(until(NOON.minusSeconds(1))).isEqualTo(Verdict.OVER);
        assertThat(until(NOON.plus(Duration.ofDays(1)).plusSeconds(300))).isEqualTo(Verdict.HOLDS);
        assertThat(until(NOON.plus(Duration.ofDays(1)).plusSeconds(301)))
                .isEqualTo(Verdict.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "!",
                "AAAA",
                "ü",
                ".",
                "1795802400.",
                "x.AAAA",
                "999999999999999999999999999999.AAAA",
                "9223372036854775807.AAAA",
                "-1.AAAA"
            })
    void whatIsNoProofProvesNothing(String text) {
        assertThat(judged(text, KEY, SHOP, ADA, IDENTIFIERS)).isEqualTo(Verdict.FALSE);
    }

    private static Verdict until(Instant end) {
        return judged(
                IdentityProof.of(KEY, SHOP, ADA, IDENTIFIERS, end), KEY, SHOP, ADA, IDENTIFIERS);
    }

    private static Verdict judged(
            String proof,
            Secret key,
            ChannelId channel,
            VisitorId visitor,
            Map<String, String> identifiers) {
        return IdentityProof.judge(proof, key, channel, visitor, identifiers, NOON);
    }
}
