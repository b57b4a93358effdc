package io.connections.adapters.connector.file;

import static io.connections.adapters.connector.file.Reading.broken;
import static io.connections.adapters.connector.file.Reading.good;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.connections.application.run.port.RecordSource.Layout;
import io.connections.application.run.port.RecordSource.RecordReader;
import io.connections.application.run.port.RecordSource.SourceRecord;
import io.connections.application.run.port.RecordSource.SourceRecord.Broken;
import io.connections.application.run.port.RecordSources.Original;
import io.connections.application.run.port.RecordSources.Upload;
import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.FileFormat.Encoding;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Each mended record means what it meant in its own file.
@Tag("M17")
@Tag("M18")
class MendedRecordsTest {
    private static final Layout ID_FIRST = new Layout(Reading.COMMA, List.of("id", "name"));
    private static final Layout NAME_FIRST = new Layout(Reading.COMMA, List.of("name", "id"));
    private static final Layout SEMICOLONS =
            new Layout(
                    new FileFormat.Csv(
                            Encoding.UTF_8, ';', Optional.of('"'), Optional.empty(), true),
                    List.of("name", "id"));
    private static final List<Original> SEVERAL =
            List.of(
                    new Original("a.csv", 0, ID_FIRST),
                    new Original("b.csv", 0, SEMICOLONS),
                    new Original("c.zip", 0, ID_FIRST),
                    new Original("c.zip", 30, NAME_FIRST));

    @Test
    void aRecordIsReadAsTheFileItIsFrom() throws Exception {
        List<SourceRecord> read =
                read(
                        SEVERAL,
                        """
                        file,line,record,reason,raw
                        a.csv,2,1,bad-value,"1,Ann"
                        b.csv,2,11,bad-value,"Bob, jr.;2"
                        """);

        assertThat(good(read))
                .extracting(record -> record.values("id") + " " + record.values("name"))
                .containsExactly("[1] [Ann]", "[2] [Bob, jr.]");
    }

    @Test
    void aRecordIsReadAsTheFileInThePackageItIsFrom() throws Exception {
        List<SourceRecord> read =
                read(
                        SEVERAL,
                        """
                        file,line,record,reason,raw
                        c.zip,9,29,bad-value,"1,Ann"
                        c.zip,2,30,bad-value,"Bob,2"
                        """);

        assertThat(good(read))
                .extracting(record -> record.values("id") + " " + record.values("name"))
                .containsExactly("[1] [Ann]", "[2] [Bob]");
    }

    @Test
    void aRecordThatDoesNotSayWhichOfDifferentFilesItIsFromIsRejected() throws Exception {
        List<SourceRecord> read =
                read(
                        SEVERAL,
                        """
                        file,line,record,reason,raw
                        ,2,1,bad-value,"1,Ann"
                        d.csv,2,1,bad-value,"1,Ann"
                        c.zip,2,,bad-value,"1,Ann"
                        """);

        assertThat(broken(read))
                .extracting(Broken::reason, Broken::raw)
                .containsOnly(tuple("file-unknown", "1,Ann"))
                .hasSize(3);
    }

    @Test
    void whatARecordWasReadAsCanBeAskedForAfterIt() throws Exception {
        List<Layout> layouts =
                layouts(
                        SEVERAL,
                        """
                        file,line,record,reason,raw
                        b.csv,2,1,bad-value,Ann;1
                        d.csv,2,1,bad-value,"1,Ann"
                        a.csv,2,1,bad-value,"1,Ann"
                        """);

        assertThat(layouts).containsExactly(SEMICOLONS, Originals.UNKNOWN, ID_FIRST);
    }

    @Test
    void aRecordThatIsLongerThanTheDownloadKeepsIsNotImportedInPart() throws Exception {
        String kept = RawText.of(("1," + "é".repeat(40_000)).getBytes(UTF_8), 0, 80_002);

        List<SourceRecord> read =
                read(SEVERAL, "file,line,reason,raw\na.csv,2,bad-value,\"" + kept + "\"\n");

        assertThat(kept.getBytes(UTF_8)).hasSizeBetween(65_530, 65_536);
        assertThat(broken(read))
                .extracting(Broken::reason, Broken::raw)
                .containsExactly(tuple("cut-off", kept));
    }

    @Test
    void aRecordOfAllThatTheDownloadKeepsIsImported() throws Exception {
        byte[] whole = ("1," + "x".repeat(RawText.LONGEST - 2)).getBytes(UTF_8);
        String kept = RawText.of(whole, 0, whole.length);

        List<SourceRecord> read =
                read(SEVERAL, "file,line,reason,raw\na.csv,2,bad-value,\"" + kept + "\"\n");

        assertThat(good(read)).hasSize(1);
        assertThat(kept).isEqualTo(new String(whole, UTF_8));
    }

    @Test
    void aRowThatWasMendedIntoSeveralRecordsIsRejectedAsAWhole() throws Exception {
        List<SourceRecord> read =
                read(
                        SEVERAL,
                        """
                        file,line,reason,raw
                        a.csv,2,bad-value,"1,Ann
                        2,Bob"
                        a.csv,3,bad-value,"3,Cleo
                        "
                        """);

        assertThat(broken(read))
                .extracting(Broken::number, Broken::reason, Broken::raw)
                .containsExactly(tuple(1L, "several-records", "1,Ann\n2,Bob"));
        assertThat(good(read)).extracting(record -> record.values("id")).hasSize(1);
    }

    private static List<SourceRecord> read(List<Original> originals, String text) throws Exception {
        try (RecordReader reader = open(originals, text)) {
            return Reading.rest(reader);
        }
    }

    private static List<Layout> layouts(List<Original> originals, String text) throws Exception {
        List<Layout> layouts = new ArrayList<>();
        try (RecordReader reader = open(originals, text)) {
            while (reader.next().isPresent()) {
                layouts.add(reader.layout());
            }
        }
        return layouts;
    }

    private static RecordReader open(List<Original> originals, String text) throws Exception {
        var source =
                new FileRecordSources(FileLimits.DEFAULT).mended(new Uploaded(text), originals);
        return source.open(source.parts().getFirst(), Optional.empty());
    }

    private record Uploaded(String text) implements Upload {
        @Override
        public String name() {
            return "mended.csv";
        }

        @Override
        public long size() {
            return text.getBytes(UTF_8).length;
        }

        @Override
        public Instant uploaded() {
            return Instant.EPOCH;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(text.getBytes(UTF_8));
        }
    }
}
