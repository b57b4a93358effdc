package io.connections.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M32")
class SampleCustomersTest {
    @Test
    void theSameBytesAreWrittenEachTime() throws IOException {
        assertThat(customers(2_000)).isEqualTo(customers(2_000));
    }

    @Test
    void thereAreExactlyAsManyRecordsAsAskedForBesideTheHeader() throws IOException {
        assertThat(customers(5_000).split("\r\n", -1)).hasSize(5_002).endsWith("");
    }

    @Test
    void theFileIsAsDirtyAsRealOnes() throws IOException {
        var file = customers(20_000);

        assertThat(file)
                .contains("Zoë", "Łukasz", "\"\"", ",unknown,", ",n/a,", ",many,", "\r\n,")
                .containsPattern("\"[^\"\r]*\n[^\"\r]*\"");
        assertThat(file.lines().filter(line -> line.startsWith("C000")))
                .doesNotHaveDuplicates()
                .map(line -> line.substring(0, 9))
                .hasSizeGreaterThan(19_500)
                .satisfies(
                        ids -> assertThat(ids.stream().distinct().count()).isLessThan(ids.size()));
    }

    private static String customers(int records) throws IOException {
        var out = new StringWriter();
        SampleCustomers.write(records, out);
        return out.toString();
    }
}
