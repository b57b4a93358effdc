package io.connections.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("M32")
class SampleConnectionTest {
    @ParameterizedTest
    @CsvSource({
        "false, false, MAKE",
        "false, true, LEAVE_OUT",
        "true, false, FOLLOW",
        "true, true, FOLLOW"
    })
    void itIsMadeOnceAndNotByAnEmptyStart(boolean sampled, boolean empty, Launcher.Sample then) {
        assertThat(Launcher.Sample.after(sampled, empty)).isEqualTo(then);
    }

    @Test
    @Tag("M17")
    void theLineSaysThatCountsBalance() throws Exception {
        assertThat(line(100_000))
                .startsWith("sample run: read=100000 created=90000 updated=9000")
                .endsWith("rejected=300 balanced=yes in 12.3 s");
    }

    @Test
    @Tag("M17")
    void countsThatDoNotBalanceFailTheStart() {
        assertThatThrownBy(() -> line(100_001))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("read=100001")
                .hasMessageContaining("balanced=no")
                .hasMessageContaining("--empty");
    }

    @Test
    void aRunThatReadNothingFailsTheStartThoughItBalances() {
        assertThatThrownBy(() -> line(0, 0))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("read=0");
    }

    private static String line(int read) throws Exception {
        return line(read, 90_000);
    }

    private static String line(int read, int created) throws Exception {
        var rest = created == 0 ? 0 : 9000;
        var run =
                """
                {"createdAt":"2026-01-31T10:00:00Z","endedAt":"2026-01-31T10:00:12.340Z",
                "counts":{"read":%d,"created":%d,"updated":%d,"unchanged":%d,"rejected":%d,
                "skippedForConsent":0,"skippedWithoutMatch":%d,"filtered":%d}}
                """
                        .formatted(
                                read, created, rest, rest / 18, rest / 30, rest / 60, rest / 180);
        return SampleConnection.line(new ObjectMapper().readTree(run));
    }
}
