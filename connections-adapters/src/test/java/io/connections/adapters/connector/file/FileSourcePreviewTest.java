package io.connections.adapters.connector.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connections.application.goal.port.SourcePreview.Preview;
import io.connections.application.run.port.RecordSource.SourceBroken;
import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.FileFormat.Encoding;
import io.connections.domain.goal.FileSelection;
import io.connections.domain.goal.FileSelection.AfterImport;
import io.connections.domain.goal.FileSource;
import io.connections.domain.goal.InputRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M14")
class FileSourcePreviewTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {"UTF-8 ;", "UTF-8 ,", "UTF-8 |", "windows-1252 ;", "UTF-16LE ,", "UTF-16BE ;"})
    void encodingSeparatorQuoteAndHeaderAreDetected(String charset, char separator)
            throws Exception {
        String text =
                "id,name,amount\n1,\"Zoë, Søn\",2\n2,Blå,3\n"
                        .replace(",", "#")
                        .replace("# ", ", ")
                        .replace('#', separator);
        write("a.csv", text.getBytes(Charset.forName(charset)));

        Preview preview = preview("a.csv");

        FileFormat.Csv format = (FileFormat.Csv) preview.detected();
        assertThat(format.encoding().name())
                .isEqualToIgnoringCase(
                        charset.replace("UTF-16", "UTF_16_").replace('-', '_').replace("__", "_"));
        assertThat(format.separator()).isEqualTo(separator);
        assertThat(format.quote()).contains('"');
        assertThat(format.header()).isTrue();
        assertThat(preview.fields()).containsExactly("id", "name", "amount");
        assertThat(preview.records().getLast().values("name")).containsExactly("Blå");
    }

    /// Letters of which UTF-16 makes no zeros, so that nothing but the mark tells.
    @ParameterizedTest
    @CsvSource({"EFBBBF, UTF-8, UTF_8", "FFFE, UTF-16LE, UTF_16_LE", "FEFF, UTF-16BE, UTF_16_BE"})
    void aByteOrderMarkTellsTheEncodingAndIsNoPartOfTheFirstName(
            String mark, String charset, Encoding encoding) throws Exception {
        String text = "Фамилия;Город\n" + "Александрова;Новосибирск\n".repeat(3);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(HexFormat.of().parseHex(mark));
        file.write(text.getBytes(Charset.forName(charset)));
        write("a.csv", file.toByteArray());

        Preview preview = preview("a.csv");

        assertThat(((FileFormat.Csv) preview.detected()).encoding()).isEqualTo(encoding);
        assertThat(preview.fields()).containsExactly("Фамилия", "Город");
        assertThat(preview.records().getLast().values("Город")).containsExactly("Новосибирск");
    }

    @Test
    void thatAFileIsWindows1252IsSaidToBeAGuess() throws Exception {
        write("a.csv", "id;name\n1;Zoë\n".getBytes(Charset.forName("windows-1252")));

        Preview guessed = preview("a.csv");

        assertThat(guessed.note()).get().asString().contains("Windows-1252 is a guess");
        assertThat(preview("a.csv", Optional.of(guessed.detected())).note()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // one letter in UTF-8 among them, bytes without a meaning in Windows-1252, and a mark
        "69640A5AC3AB0AFF0AFEE90A, 2",
        "69640A810A8DFF0A410A, 2",
        "EFBBBF69640AFF0AFE0A, 2"
    })
    void brokenUtf8IsRejectedAndNotReadAsAnotherEncoding(String bytes, int broken)
            throws Exception {
        write("a.csv", HexFormat.of().parseHex(bytes));

        Preview preview = preview("a.csv");

        assertThat(preview.detected().encoding()).isEqualTo(Encoding.UTF_8);
        assertThat(preview.broken())
                .hasSize(broken)
                .allMatch(one -> one.reason().equals("not-utf-8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n\r\n"})
    @Tag("M21")
    void aFileOfNothingInFrontOfAZipIsPassedOver(String nothing) throws Exception {
        write("a.zip", zip(nothing, "id,name\n1,Ann\n"));

        Preview preview = preview("a.zip");

        assertThat(preview.fields()).containsExactly("id", "name");
    }

    @Test
    @Tag("M21")
    void soAreBlankLinesWhereTheFormatIsChosen() throws Exception {
        write("a.zip", zip("\n\n", "{\"id\": \"7\"}\n"));

        Preview preview = preview("a.zip", Optional.of(new FileFormat.JsonLines(Encoding.UTF_8)));

        assertThat(preview.fields()).containsExactly("id");
    }

    @Test
    @Tag("M21")
    void aZipOfNothingIsRefusedInTheWordsOfARun() throws Exception {
        write("a.zip", zip("", "\n"));

        assertThatThrownBy(() -> preview("a.zip"))
                .isInstanceOf(SourceBroken.class)
                .hasMessageContaining("empty files alone");
    }

    /// The rest of a package may be far away, but where this file ends is known.
    @Test
    @Tag("M21")
    void theLastRecordOfAZipsFirstFileNeedsNoLineEnd() throws Exception {
        byte[] noise = new byte[FormatDetector.SAMPLE];
        new Random(7).nextBytes(noise);
        write("a.zip", zip("id,name\n1,Ann", HexFormat.of().formatHex(noise)));

        Preview preview = preview("a.zip");

        assertThat(preview.records()).hasSize(1);
    }

    private static byte[] zip(String... texts) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (int i = 0; i < texts.length; i++) {
                zip.putNextEntry(new ZipEntry(i + ".csv"));
                zip.write(texts[i].getBytes(UTF_8));
            }
        }
        return packed.toByteArray();
    }

    @Test
    void aFileWithoutHeaderIsSeenToHaveNone() throws Exception {
        write("a.csv", "1\tann@example.com\tAnn\n2\tbob@example.com\tBob\n".getBytes(UTF_8));

        Preview preview = preview("a.csv");

        assertThat(((FileFormat.Csv) preview.detected()).header()).isFalse();
        assertThat(preview.fields()).containsExactly("column_1", "column_2", "column_3");
        assertThat(preview.records())
                .extracting(record -> record.values("column_2").getFirst())
                .containsExactly("ann@example.com", "bob@example.com");
    }

    @Test
    void jsonLinesHaveDottedNamesAndSeveralValues() throws Exception {
        write(
                "a.jsonl",
                "{\"id\":7,\"name\":{\"first\":\"Ann\"},\"tags\":[\"a\",\"b\"],\"gone\":null}\n{oops\n"
                        .getBytes(UTF_8));

        Preview preview = preview("a.jsonl");
        InputRecord record = preview.records().getFirst();

        assertThat(preview.detected()).isEqualTo(new FileFormat.JsonLines(Encoding.UTF_8));
        assertThat(record.values("name.first")).containsExactly("Ann");
        assertThat(record.values("tags")).containsExactly("a", "b");
        assertThat(record.values("id")).containsExactly("7");
        assertThat(preview.broken())
                .singleElement()
                .extracting("line", "reason")
                .containsExactly(2L, "not-json");
    }

    @Test
    void ofALargePackedFileTheFirstRecordsAreShown() throws Exception {
        StringBuilder text = new StringBuilder("id,noise\n");
        Random random = new Random(3);
        for (int i = 1; i <= 60_000; i++) {
            text.append(i).append(',').append(random.nextLong()).append('\n');
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.toString().getBytes(StandardCharsets.US_ASCII));
        }
        write("a.csv.gz", packed.toByteArray());

        Preview preview = preview("a.csv.gz");

        assertThat(packed.size()).isGreaterThan(FormatDetector.SAMPLE);
        assertThat(preview.records()).hasSize(200);
        assertThat(preview.broken()).isEmpty();
    }

    @Test
    void ofAWideFileFewerRecordsAreShown() throws Exception {
        String line = "1,".repeat(499) + "1\n";
        write("a.csv", line.repeat(60).getBytes(UTF_8));

        Preview preview = preview("a.csv");

        assertThat(preview.fields()).hasSize(500);
        assertThat(preview.records()).hasSize(20);
    }

    @Test
    void aHeaderAloneIsFineAndSaid() throws Exception {
        write("a.csv", "id,name\n".getBytes(UTF_8));

        Preview preview = preview("a.csv");

        assertThat(preview.records()).isEmpty();
        assertThat(preview.note()).contains("The file has a header and no record.");
    }

    private Preview preview(String pattern) throws Exception {
        return preview(pattern, Optional.empty());
    }

    private Preview preview(String pattern, Optional<FileFormat> format) throws Exception {
        return new FileSourcePreview(FileLimits.DEFAULT)
                .preview(
                        new LocalFolder(folder),
                        new FileSource(
                                new FileSelection(
                                        "",
                                        pattern,
                                        FileSelection.Pick.NEWEST,
                                        FileSelection.Compression.AUTO,
                                        new AfterImport.Leave()),
                                format));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }
}
