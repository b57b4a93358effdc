package io.connections.api.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.PageWords;
import io.connections.application.overview.ConnectionStatus;
import io.connections.application.overview.LastOutcome;
import io.connections.domain.catalog.ConnectionType.Direction;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M1")
class ConnectionsCsvTest {
    @Test
    void aConnectionDoesInTheDownloadWhatItDoesOnThePage() {
        assertThat(words(ConnectionStatus.values(), ConnectionsCsv::words))
                .isEqualTo(PageWords.of("connections.ts", "statuses"));
    }

    @Test
    void aRunEndsInTheDownloadAsItDoesOnThePage() {
        assertThat(words(LastOutcome.values(), ConnectionsCsv::words))
                .isEqualTo(PageWords.of("connectionList.ts", "outcomes"));
    }

    @Test
    void dataFlowsInTheDownloadAsItDoesOnThePage() {
        assertThat(words(Direction.values(), ConnectionsCsv::words))
                .isEqualTo(PageWords.of("connectionList.ts", "directions"));
    }

    private static <E extends Enum<E>> Map<String, String> words(
            E[] values, Function<E, String> words) {
        return Arrays.stream(values).collect(Collectors.toMap(Enum::name, words));
    }
}
