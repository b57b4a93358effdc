package io.connections.api.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M17")
@Tag("M30")
class CsvFieldTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void whatASpreadsheetWouldRunGetsAnApostropheInFront(String formula) {
        assertThat(CsvField.harmless(formula)).isEqualTo("\"'" + formula + '"');
        assertThat(CsvField.exact(formula)).isEqualTo('"' + formula + '"');
    }

    @Test
    void allElseStandsAsItIsWithItsQuotesDoubled() {
        assertThat(CsvField.harmless("a=\"b\"")).isEqualTo("\"a=\"\"b\"\"\"");
        assertThat(CsvField.harmless("")).isEqualTo("\"\"");
    }
}
