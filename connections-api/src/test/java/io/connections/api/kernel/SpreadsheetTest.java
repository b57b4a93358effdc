package io.connections.api.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M1")
class SpreadsheetTest {
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

    @Test
    void aTimeIsWrittenAsSpreadsheetsReadItWhereTheReaderIs() {
        Instant at = Instant.parse("2026-11-27T20:24:31.123456Z");

        assertThat(Spreadsheet.time(at, KOLKATA)).isEqualTo("2026-11-28 01:54:31");
        assertThat(Spreadsheet.headOfTimes("Created", KOLKATA)).isEqualTo("Created (Asia/Kolkata)");
    }

    @Test
    void whoeverNamesNoZoneReadsUtc() {
        assertThat(Spreadsheet.headOfTimes("Created", Spreadsheet.zone(null)))
                .isEqualTo("Created (UTC)");
        assertThat(Spreadsheet.headOfTimes("Created", Spreadsheet.zone("UTC")))
                .isEqualTo("Created (UTC)");
    }

    @Test
    void theFileBeginsSoThatAccentsAreReadAndHoldsNoFormula() {
        assertThat(Spreadsheet.begin(Stream.of("Zoë", "=cmd()")))
                .isEqualTo("\uFEFF\"Zoë\",\"'=cmd()\"\r\n");
    }
}
