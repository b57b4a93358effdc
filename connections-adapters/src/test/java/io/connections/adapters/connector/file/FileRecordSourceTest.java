package io.connections.adapters.connector.file;

import static io.connections.adapters.connector.file.Reading.broken;
import static io.connections.adapters.connector.file.Reading.good;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.run.port.RecordSource.Part;
import io.connections.application.run.port.RecordSource.Proof;
import io.connections.application.run.port.RecordSource.SourceBroken;
import io.connections.application.run.port.RecordSource.SourceRecord;
import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.FileFormat.Encoding;
import io.connections.domain.goal.FileSelection.AfterImport;
import io.connections.domain.goal.FileSelection.Pick;
import io.connections.domain.goal.InputRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("M14")
@Tag("M21")
class FileRecordSourceTest {
    @TempDir Path folder;

    @Test
    void aRecordHasItsFieldsItsLineAndItsText() throws Exception {
        List<InputRecord> records =
                good(new Reading(folder).text("id,name\r\n1,\"Zoë \"\"Z\"\"\r\nBlå\"\r\n2,\r\n"));

        assertThat(records).hasSize(2);
        assertThat(records.getFirst().values("name")).containsExactly("Zoë \"Z\"\r\nBlå");
        assertThat(records.getFirst().line()).isEqualTo(2);
        assertThat(records.getFirst().raw()).isEqualTo("1,\"Zoë \"\"Z\"\"\r\nBlå\"");
        assertThat(records.getLast().line()).isEqualTo(4);
        assertThat(records.getLast().number()).isEqualTo(2);
        assertThat(records.getLast().values("name")).isEmpty();
        assertThat(records.getLast().fields()).containsOnlyKeys("id");
    }

    @Test
    @Tag("M17")
    void aWideRecordWeighsItsColumnsHoweverFewOfThemHaveAValue() throws Exception {
        int columns = 2_000;
        String names = IntStream.range(0, columns).mapToObj("c%d"::formatted).collect(joining(","));

        List<SourceRecord> records =
                new Reading(folder).text(names + "\n1" + ",".repeat(columns - 1) + "\n");

        // Of each column the separator and where its value starts and ends.
        assertThat(records.getFirst().weight()).isBetween(columns * 9L, columns * 10L);
    }

    @Test
    @Tag("M17")
    void aListOfManySmallValuesWeighsMoreThanItsText() throws Exception {
        String line = "{\"sizes\":[%s]}".formatted("1,".repeat(999) + "1");

        List<SourceRecord> records =
                new Reading(folder).as(new FileFormat.JsonLines(Encoding.UTF_8)).text(line);

        assertThat(records.getFirst().weight()).isGreaterThan(1_000 * 50);
    }

    /// Larger than any buffer, so that some characters are cut in two at the end of one.
    @ParameterizedTest
    @CsvSource({
        "UTF-16LE, FFFE, 🙂 Zoë Müller €",
        "UTF-16LE, '', 🙂 Zoë Müller €",
        "UTF-16BE, FEFF, 🙂 Zoë Müller €",
        "UTF-16BE, '', 🙂 Zoë Müller €",
        "UTF-8, EFBBBF, 🙂 Zoë Müller €",
        "windows-1252, '', Zoë Müller Šœ € ’n"
    })
    void aWholeFileOfAnyEncodingIsReadWithItsAccents(String charset, String mark, String name)
            throws Exception {
        int amount = 5_000;
        StringBuilder text = new StringBuilder("id;naam\n");
        for (int id = 1; id <= amount; id++) {
            text.append(id).append(';').append(name).append('\n');
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(HexFormat.of().parseHex(mark));
        file.write(text.toString().getBytes(Charset.forName(charset)));

        List<InputRecord> records = good(new Reading(folder).detecting().bytes(file.toByteArray()));

        assertThat(records).hasSize(amount);
        assertThat(records).extracting(record -> record.values("naam")).containsOnly(List.of(name));
        assertThat(records.getLast().values("id")).containsExactly(Integer.toString(amount));
        assertThat(records.getLast().raw()).isEqualTo(amount + ";" + name);
    }

    @Test
    void partsAreTheMatchingFilesInTheChosenOrderWithoutFinishedOnes() throws Exception {
        touch("b.csv", 1);
        touch("a.csv", 2);
        touch("c.csv.done", 3);
        touch("c.txt", 4);

        assertThat(paths(Pick.ALL_BY_NAME, "?.csv")).containsExactly("a.csv", "b.csv");
        assertThat(paths(Pick.ALL_BY_TIME, "*.csv")).containsExactly("b.csv", "a.csv");
        assertThat(paths(Pick.NEWEST, "*.c*")).containsExactly("a.csv");
    }

    @Test
    void noMatchingFileIsSaidWithFolderPatternAndWhatIsThere() throws Exception {
        touch("customers.txt", 1);

        ConnectorFailed failed =
                catchThrowableOfType(
                        ConnectorFailed.class, () -> new Reading(folder).source("*.csv").parts());

        assertThat(failed.reason()).isEqualTo(ConnectorFailed.Reason.FILE_MISSING);
        assertThat(failed).hasMessageContaining("*.csv").hasMessageContaining("customers.txt");
        assertThat(failed.remedy()).contains("name pattern");
    }

    @Test
    @Tag("M18")
    void aFileReplacedBeforeItIsOpenedIsNoticedBySizeAndByTime() throws Exception {
        Reading reading = new Reading(folder);
        touch("in.csv", 100);
        Part noted = reading.part("in.csv");
        Part otherSize = new Part(noted.path(), noted.size() + 1, noted.modified());
        Part otherTime = new Part(noted.path(), noted.size(), noted.modified().minusSeconds(5));

        assertThat(opening(reading, otherSize, Optional.empty()).code()).isEqualTo("file-changed");
        assertThat(opening(reading, otherSize, Optional.empty()))
                .hasMessageContaining("size from 6 to 5 bytes");
        assertThat(opening(reading, otherTime, Optional.empty()))
                .hasMessageContaining("time went from");
    }

    @Test
    @Tag("M18")
    void afterACrashAnotherFileOfTheSameSizeAndTimeIsNoticedByItsChecksum() throws Exception {
        Reading reading = new Reading(folder);
        reading.write("in.csv", "id\n1\n2\n3\n".getBytes(UTF_8));
        Part noted = reading.part("in.csv");
        Proof proof;
        try (var reader = reading.open("in.csv")) {
            reader.next();
            proof = reader.proof();
        }
        reading.write("in.csv", "id\n1\n2\n4\n".getBytes(UTF_8));
        Files.setLastModifiedTime(folder.resolve("in.csv"), FileTime.from(noted.modified()));

        SourceBroken broken = opening(reading, noted, Optional.of(proof));

        assertThat(broken.code()).isEqualTo("file-changed");
        assertThat(broken).hasMessageContaining("checksum");
        assertThat(broken.remedy()).contains("renamed when it is complete");
    }

    @Test
    @Tag("M18")
    void readingTheSameFileAgainPassesItsProof() throws Exception {
        Reading reading = new Reading(folder);
        reading.write("in.csv", "id\n".concat("1\n".repeat(300_000)).getBytes(UTF_8));
        Proof middle;
        Proof end;
        try (var reader = reading.open("in.csv")) {
            reader.next();
            middle = reader.proof();
            Reading.rest(reader);
            end = reader.proof();
        }

        assertThat(middle.bytes()).isLessThan(end.bytes());
        assertThat(end.bytes()).isEqualTo(600_003);
        for (Proof proof : List.of(middle, end)) {
            try (var reader = reading.open("in.csv", Optional.of(proof))) {
                assertThat(Reading.rest(reader)).hasSize(300_000);
                assertThat(reader.proof()).isEqualTo(end);
            }
        }
    }

    @Test
    @Tag("M18")
    void aFileThatGrowsOrIsCutShortWhileItIsReadIsNoticed() throws Exception {
        Reading reading = new Reading(folder);
        byte[] much = "id\n".concat("1\n".repeat(600_000)).getBytes(UTF_8);

        for (int change : new int[] {-400_000, 2}) {
            reading.write("in.csv", much);
            try (var reader = reading.open("in.csv")) {
                reader.next();
                reading.write("in.csv", java.util.Arrays.copyOf(much, much.length + change));

                SourceBroken broken =
                        catchThrowableOfType(SourceBroken.class, () -> Reading.rest(reader));

                assertThat(broken.code()).isEqualTo("file-changed");
            }
        }
    }

    @Test
    void afterImportAFileIsRenamedMovedOrDeletedHoweverOftenItIsAsked() throws Exception {
        for (AfterImport after :
                List.of(
                        new AfterImport.MarkDone(),
                        new AfterImport.Move("archive"),
                        new AfterImport.Delete())) {
            touch("in.csv", 1);
            Reading reading = new Reading(folder).then(after);
            Part part = reading.part("in.csv");

            reading.source("*").conclude(part);
            reading.source("*").conclude(part);

            assertThat(folder.resolve("in.csv")).doesNotExist();
        }
        assertThat(folder.resolve("in.csv.done")).exists();
        assertThat(folder.resolve("archive/in.csv")).exists();
    }

    @Test
    void aNewFileInThePlaceOfTheImportedOneIsLeftAlone() throws Exception {
        touch("in.csv", 1);
        Reading reading = new Reading(folder).then(new AfterImport.Delete());
        Part part = reading.part("in.csv");
        reading.write("in.csv", "id\n1\n2\n".getBytes(UTF_8));

        reading.source("*").conclude(part);

        assertThat(folder.resolve("in.csv")).exists();
    }

    @Test
    void aBrokenLineIsRejectedAndReadingGoesOn() throws Exception {
        var records = new Reading(folder).text("id,name\n1,a,b\n2,b\n3\n4,d\n");

        assertThat(good(records)).extracting(InputRecord::number).containsExactly(2L, 4L);
        assertThat(broken(records))
                .extracting("line", "reason", "raw")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, "ragged-line", "1,a,b"),
                        org.assertj.core.groups.Tuple.tuple(4L, "ragged-line", "3"));
    }

    private SourceBroken opening(Reading reading, Part part, Optional<Proof> proof) {
        return catchThrowableOfType(
                SourceBroken.class, () -> Reading.rest(reading.source("*").open(part, proof)));
    }

    private List<String> paths(Pick pick, String pattern) throws ConnectorFailed {
        return new Reading(folder)
                .picking(pick).source(pattern).parts().stream().map(Part::path).toList();
    }

    private void touch(String name, int second) throws IOException {
        Files.writeString(folder.resolve(name), "id\n1\n");
        Files.setLastModifiedTime(
                folder.resolve(name), FileTime.from(Instant.ofEpochSecond(second)));
    }
}
