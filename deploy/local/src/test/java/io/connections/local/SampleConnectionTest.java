package io.connections.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M32")
class SampleConnectionTest {
    @Test
    @Tag("M17")
    void theLineSaysThatCountsBalance() throws Exception {
        assertThat(line(100_000))
                .startsWith("sample run: read=100000 created=90000 updated=9000")
                .endsWith("rejected=300 balanced=yes in 12.3 s");
    }

    @Test
    @Tag("M17")
    void theLineSaysThatCountsDoNotBalance() throws Exception {
        assertThat(line(100_001)).contains("read=100001").contains("balanced=no");
    }

    private static String line(int read) throws Exception {
        var counts =
                """
                {"read":%d,"created":90000,"updated":9000,"unchanged":500,"skippedForConsent":0,
                "skippedWithoutMatch":150,"filtered":50,"rejected":300}
                """
                        .formatted(read);
        return SampleConnection.line(new ObjectMapper().readTree(counts), 12.34);
    }
}
