package io.connections.api.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M25")
class BytesAtOnceTest {
    private final BytesAtOnce bytes = new BytesAtOnce(80);

    @Test
    void whoTakesMuchLeavesRoomForOthersAndGetsMoreWhenItIsGivenBack() {
        assertThat(bytes.take("one", 10)).isTrue();
        assertThat(bytes.take("one", 1)).isFalse();

        // One of them may share its place.
        assertThat(Stream.of("two", "three", "four", "five").anyMatch(who -> bytes.take(who, 10)))
                .isTrue();

        bytes.giveBack("one", 10);
        assertThat(bytes.take("one", 10)).isTrue();
        assertThat(bytes.taken()).isEqualTo(20);
    }

    @Test
    void allTogetherTakeNoMoreThanThereIs() {
        int taken = 0;
        for (int i = 0; i < 1_000; i++) {
            taken += bytes.take("stranger " + i, 9) ? 9 : 0;
        }

        assertThat(taken).isEqualTo(72);
        assertThat(bytes.taken()).isEqualTo(72);
    }
}
