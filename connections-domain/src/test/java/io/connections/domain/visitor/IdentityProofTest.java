package io.connections.domain.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.channel.ChannelId;
import io.connections.domain.kernel.Secret;
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

    /// As another language made it.
    @Test
    void aProofIsAnHmacOverChannelVisitorAndSortedIdentifiers() {
        assertThat(IdentityProof.of(KEY, SHOP, ADA, IDENTIFIERS))
                .isEqualTo("gyZVGi-USvPYwsWbyogcuK7vnRyxhg-AaksOOGUrSkQ");
    }

    @Test
    void itProvesWhatItWasMadeForAndNothingElse() {
        String proof = IdentityProof.of(KEY, SHOP, ADA, IDENTIFIERS);

        assertThat(IdentityProof.proves(proof, KEY, SHOP, ADA, IDENTIFIERS)).isTrue();
        assertThat(IdentityProof.proves(proof + "=", KEY, SHOP, ADA, IDENTIFIERS)).isTrue();
        assertThat(IdentityProof.proves(proof, new Secret("other"), SHOP, ADA, IDENTIFIERS))
                .isFalse();
        assertThat(
                        IdentityProof.proves(
                                proof, KEY, new ChannelId(new UUID(0, 1)), ADA, IDENTIFIERS))
                .isFalse();
        assertThat(
                        IdentityProof.proves(
                                proof,
                                KEY,
                                SHOP,
                                new VisitorId("bbcdefghijklmnopqrst-_"),
                                IDENTIFIERS))
                .isFalse();
        assertThat(IdentityProof.proves(proof, KEY, SHOP, ADA, Map.of("email", "ada@example.com")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!", "AAAA", "ü"})
    void whatIsNoProofProvesNothing(String text) {
        assertThat(IdentityProof.proves(text, KEY, SHOP, ADA, IDENTIFIERS)).isFalse();
    }
}
