package io.connections.domain.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M25")
class TagIdsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "none",
                "abcdefghijklmnopqrstu",
                "abcdefghijklmnopqrstuvw",
                "abcdefghijklmnopqrst.v",
                "abcdefghijklmnopqrstü1",
                "abcdefghijklmnopqrst v"
            })
    void aVisitorHasTwentyTwoLettersOfBase64Url(String text) {
        assertThat(VisitorId.of(text)).isEmpty();
        assertThat(VisitorId.of("abcdefghijklmnopqrst-_")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void anEventHasOneToFortyOfThem(String text) {
        assertThat(EventId.of(text)).isEmpty();
        assertThat(EventId.of("a".repeat(40))).isPresent();
    }

    @Test
    void visitorsAreSpreadOverAllStripes() {
        Random random = new Random(7);
        Set<Integer> stripes = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            VisitorId id =
                    new VisitorId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            stripes.add(id.stripe(16));
            assertThat(id.stripe(16)).isEqualTo(new VisitorId(id.value()).stripe(16));
        }

        assertThat(stripes).hasSize(16).allMatch(stripe -> stripe >= 0 && stripe < 16);
    }
}
