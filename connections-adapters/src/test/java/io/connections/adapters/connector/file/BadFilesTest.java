package io.connections.adapters.connector.file;

import static io.connections.adapters.connector.file.Reading.broken;
import static io.connections.adapters.connector.file.Reading.good;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.connections.application.run.port.RecordSource.Layout;
import io.connections.application.run.port.RecordSource.RecordReader;
import io.connections.application.run.port.RecordSource.SourceBroken;
import io.connections.application.run.port.RecordSource.SourceRecord;
import io.connections.application.run.port.RecordSources.Original;
import io.connections.application.run.port.RecordSources.Upload;
import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.FileFormat.Encoding;
import io.connections.domain.goal.InputRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M14")
@Tag("M21")
class BadFilesTest {
    @TempDir Path folder;

    @Test
    void anEmptyFile() {
        assertThat(refused(new byte[0]).code()).isEqualTo("file-empty");
        assertThat(refused("\n\n".getBytes(UTF_8)).code()).isEqualTo("file-empty");
    }

    @Test
    void aHeaderOnlyHasNoRecords() throws Exception {
        assertThat(new Reading(folder).text("id,name")).isEmpty();
    }

    @Test
    void aDuplicateHeaderIsNamed() {
        SourceBroken broken = refused("id,E-mail,name, e-MAIL\n1,2,3,4\n".getBytes(UTF_8));

        assertThat(broken.code()).isEqualTo("duplicate-header");
        assertThat(broken).hasMessageContaining("e-MAIL").hasMessageContaining("column 4");
    }

    @Test
    void aGzipOfNothingAndATruncatedOne() throws Exception {
        byte[] packed = gzip("id\n".concat("12345\n".repeat(1000)).getBytes(UTF_8));

        assertThat(refused(gzip(new byte[0])).code()).isEqualTo("file-empty");
        SourceBroken truncated = refused(Arrays.copyOf(packed, packed.length - 20));
        assertThat(truncated.code()).isEqualTo("archive-unreadable");
        assertThat(truncated).hasMessageContaining("ends in the middle");
    }

    @Test
    void zerosBehindTheEndOfAGzipFileArePadding() throws Exception {
        byte[] packed = gzip("id\n1\n2\n".getBytes(UTF_8));

        var records = new Reading(folder).bytes(Arrays.copyOf(packed, packed.length + 70_000));

        assertThat(good(records)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\0\0\0x", "\u001f", "id\n3\n"})
    void whatElseStandsBehindTheEndOfAGzipFileFailsItByName(String behind) throws Exception {
        byte[] packed = joined(gzip("id\n1\n2\n".getBytes(UTF_8)), behind.getBytes(UTF_8));

        SourceBroken broken = refused(packed);

        assertThat(broken.code()).isEqualTo("archive-unreadable");
        assertThat(broken).hasMessageContaining("“in”").hasMessageContaining("behind the end");
    }

    @Test
    void piecesPackedWithGzipAndJoinedAreReadToTheEndOfTheLast() throws Exception {
        byte[] first = gzip("id\n1\n".getBytes(UTF_8));
        byte[] second = gzip("2\n3\n".getBytes(UTF_8));

        assertThat(good(new Reading(folder).bytes(joined(first, second)))).hasSize(3);
        assertThat(refused(joined(first, Arrays.copyOf(second, second.length - 9))))
                .hasMessageContaining("“in”")
                .hasMessageContaining("ends in the middle");
    }

    @Test
    void anEmptyFileAmongOthersInAZipIsPassedOverAndNamed() throws Exception {
        byte[] packed =
                zip(
                        List.of("none.csv", "a.csv", "blank.csv", "b.csv", "nothing.csv"),
                        List.of("", "id\n1\n", "\n\n", "id\n2\n", ""));
        new Reading(folder).write("in", packed);

        try (RecordReader reader = new Reading(folder).open("in")) {
            assertThat(good(Reading.rest(reader)))
                    .extracting(InputRecord::number)
                    .containsExactly(1L, 2L);
            assertThat(reader.emptyEntries())
                    .containsExactly("none.csv", "blank.csv", "nothing.csv");
        }
    }

    @Test
    void aZipOfEmptyFilesAloneIsEmpty() throws Exception {
        SourceBroken broken = refused(zip(List.of("a.csv", "b.csv"), List.of("", "")));

        assertThat(broken.code()).isEqualTo("file-empty");
        assertThat(broken).hasMessageContaining("empty files alone");
    }

    @Test
    void jsonLinesWhoseFirstLineIsBrokenAreJsonLinesAllTheSame() throws Exception {
        var records =
                new Reading(folder)
                        .detecting()
                        .text("{\"id\": \"A1\", \n{\"id\": \"A2\"}\n{\"id\": \"A3\"}\n");

        assertThat(broken(records))
                .singleElement()
                .extracting("line", "reason")
                .containsExactly(1L, "not-json");
        assertThat(good(records)).extracting(InputRecord::line).containsExactly(2L, 3L);
    }

    @Test
    void idsInBracesAreNoJson() throws Exception {
        var records = new Reading(folder).detecting().text("{id},{name}\n{6F96},Ann\n{6F97},Bob\n");

        assertThat(good(records)).hasSize(2);
        assertThat(good(records).getFirst().values("{id}")).containsExactly("{6F96}");
    }

    @Test
    void aZipBombIsStoppedByItsRatioAndByItsSize() throws Exception {
        byte[] bomb = zip("a.csv", "x".repeat(999).concat("\n").repeat(20_000).getBytes(UTF_8));

        SourceBroken byRatio = refused(bomb);
        SourceBroken bySize =
                refused(
                        new Reading(folder)
                                .within(new FileLimits(1 << 20, 10, 5_000, 200, 10_000_000)),
                        bomb);

        assertThat(byRatio.code()).isEqualTo("zip-bomb");
        assertThat(byRatio).hasMessageContaining("200 times");
        assertThat(bySize).hasMessageContaining("5,000 bytes");
    }

    @Test
    void aZipBombInAnEntryThatIsLeftOutIsStoppedToo() throws Exception {
        byte[] bomb = new byte[20_000_000];
        for (String leftOut : List.of("__MACOSX/a", ".hidden.csv", "folder/")) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                for (String name : List.of("a.csv", leftOut, "b.csv")) {
                    zip.putNextEntry(new ZipEntry(name));
                    zip.write(name.equals(leftOut) ? bomb : "id\n1\n".getBytes(UTF_8));
                }
            }

            assertThat(refused(bytes.toByteArray()).code()).as(leftOut).isEqualTo("zip-bomb");
        }
    }

    @Test
    void aZipMayHoldSeveralFilesWithAHeaderEach() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("a.csv", "sub/", "sub/b.csv", "__MACOSX/a.csv")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.endsWith("/") ? new byte[0] : "id\n1\n2\n".getBytes(UTF_8));
            }
        }

        assertThat(good(new Reading(folder).bytes(bytes.toByteArray())))
                .extracting(InputRecord::number)
                .containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    @Tag("M17")
    void aRecordWeighsTheSameInWhicheverFileOfAZipItIs() throws Exception {
        String file = "id,name\n1,Ann\n";

        List<SourceRecord> records =
                new Reading(folder)
                        .bytes(zip(List.of("a.csv", "b.csv", "c.csv"), List.of(file, file, file)));

        long weight = records.getFirst().weight();
        assertThat(weight).isPositive();
        assertThat(records)
                .extracting(SourceRecord::weight)
                .containsExactly(weight, weight, weight);
    }

    @Test
    void aLineOf200MegabytesIsRejectedInBoundedMemoryAndReadingGoesOn() throws Exception {
        try (OutputStream file = Files.newOutputStream(folder.resolve("long.csv"))) {
            file.write("id\n1\n".getBytes(UTF_8));
            byte[] mebibyte = "x".repeat(1 << 20).getBytes(UTF_8);
            for (int i = 0; i < 200; i++) {
                file.write(mebibyte);
            }
            file.write("\n3\n".getBytes(UTF_8));
        }

        var records = new Reading(folder).all("long.csv");

        assertThat(good(records)).extracting(InputRecord::line).containsExactly(2L, 4L);
        assertThat(broken(records).getFirst().reason()).isEqualTo("line-too-long");
        assertThat(broken(records).getFirst().raw().getBytes(UTF_8)).hasSize(64 * 1024);
        assertThat(broken(records).getFirst().raw()).endsWith("x" + InputRecord.CUT_OFF);
    }

    @Test
    void aValueOfTenMegabytesIsRejected() throws Exception {
        var records =
                new Reading(folder).text("id,v\n1,\"" + "y".repeat(10_000_000) + "\"\n2,ok\n");

        assertThat(broken(records))
                .singleElement()
                .satisfies(
                        place -> {
                            assertThat(place.reason()).isEqualTo("line-too-long");
                            assertThat(place.message()).contains("1,048,576 bytes");
                        });
        assertThat(good(records)).hasSize(1);
    }

    @Test
    void aBinaryFileIsNoText() {
        byte[] bytes = new byte[20_000];
        new java.util.Random(5).nextBytes(bytes);

        assertThat(refused(bytes).code()).isEqualTo("not-text");
    }

    @Test
    void invalidUtf8BreaksItsRecordOnly() throws Exception {
        byte[] bytes = "id,name\n1,Zo?\n2,Zoë\n".getBytes(UTF_8);
        bytes[12] = (byte) 0xEB;

        var records = new Reading(folder).bytes(bytes);

        assertThat(broken(records))
                .singleElement()
                .extracting("line", "reason")
                .containsExactly(2L, "not-utf-8");
        assertThat(good(records).getFirst().values("name")).containsExactly("Zoë");
    }

    @Test
    void fiveThousandColumnsAreRefusedWithTheLimitAndTwoThousandWork() throws Exception {
        SourceBroken broken = refused(columns(5_000).getBytes(UTF_8));

        assertThat(broken.code()).isEqualTo("too-many-columns");
        assertThat(broken).hasMessageContaining("5,000").hasMessageContaining("2,000");
        assertThat(good(new Reading(folder).text(columns(2_000))).getFirst().values("c1999"))
                .containsExactly("v");
    }

    @Test
    void quotesThatDoNotCloseCostTheirOwnLine() throws Exception {
        var records = new Reading(folder).text("id,v\n1,\"open\n2,b\n3,\"a\" x\n4,d\n");

        assertThat(broken(records)).extracting("line").containsExactly(2L, 4L);
        assertThat(good(records)).extracting(InputRecord::line).containsExactly(3L, 5L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2,\"b37\"x@example.com", "\"2\"x,b@example.com", "2,\"b\" "})
    void textAfterAClosingQuoteIsRejectedAndTheNextRecordRead(String line) throws Exception {
        var records =
                new Reading(folder)
                        .detecting()
                        .text(
                                "id,email\r\n1,a@example.com\r\n%s\r\n3,c@example.com\r\n"
                                        .formatted(line));

        assertThat(broken(records))
                .singleElement()
                .satisfies(
                        place -> {
                            assertThat(place.line()).isEqualTo(3);
                            assertThat(place.reason()).isEqualTo("text-after-quote");
                            assertThat(place.message()).contains("closing quote");
                            assertThat(place.raw()).isEqualTo(line);
                        });
        assertThat(good(records)).extracting(InputRecord::line).containsExactly(2L, 4L);
        assertThat(good(records).getLast().values("email")).containsExactly("c@example.com");
    }

    @Test
    void aQuoteAmidPlainTextIsALetter() throws Exception {
        var records = new Reading(folder).detecting().text("id,size\n1,5\" wide\n2, \"b\"\n");

        assertThat(good(records).getFirst().values("size")).containsExactly("5\" wide");
        assertThat(good(records).getLast().values("size")).containsExactly(" \"b\"");
    }

    @Test
    void aFileThatUsesQuotesAsLettersThroughoutIsReadWithoutAQuoteSign() throws Exception {
        var records =
                new Reading(folder)
                        .detecting()
                        .text("id\tname\n1\t\"Al\" B\n2\t\"Bo\" C\n3\t\"Cy\" D\n");

        assertThat(good(records)).hasSize(3);
        assertThat(good(records).getFirst().values("name")).containsExactly("\"Al\" B");
    }

    @Test
    void aFormulaStaysTextAndANulIsRejected() throws Exception {
        var records = new Reading(folder).text("id,v\n1,\"=HYPERLINK(\"\"x\"\")\"\n2,a\0b\n");

        assertThat(good(records).getFirst().values("v")).containsExactly("=HYPERLINK(\"x\")");
        assertThat(broken(records).getFirst().reason()).isEqualTo("nul-character");
    }

    @Test
    void anyDialectIsRead() throws Exception {
        FileFormat.Csv dialect =
                new FileFormat.Csv(
                        Encoding.UTF_8, '¦', Optional.of('\''), Optional.of('\\'), false);

        var records = good(new Reading(folder).as(dialect).text("'a\\'b'¦c:\\d¦x\\¦y\n"));

        assertThat(records.getFirst().fields())
                .containsEntry("column_1", List.of("a'b"))
                .containsEntry("column_2", List.of("c:\\d"))
                .containsEntry("column_3", List.of("x¦y"));
    }

    @Test
    @Tag("M17")
    void mendedRecordsAreReadFromOurDownloadAndFromTheirOwnLayout() throws Exception {
        Layout original = new Layout(Reading.COMMA, List.of("id", "name"));

        List<InputRecord> download =
                mended(
                        "file,line,record,reason,message,field,value,raw\n"
                                + "in/a.csv,17,16,bad-value,\"So, it is\",'=name,\"'=Ann\","
                                + "\"5,\"\"Ann, B\"\"\"\n",
                        original);
        List<InputRecord> older =
                mended(
                        "file,line,record,reason,message,raw\n"
                                + "in/a.csv,17,16,ragged-line,\"So, it is\",\"5,\"\"Ann, B\"\"\"\n",
                        original);
        List<InputRecord> narrowed =
                mended("line,reason,raw\n17,ragged-line,\"5,\"\"Ann, B\"\"\"\n", original);
        List<InputRecord> own = mended("id,name\n5,Ann\n", original);

        assertThat(download.getFirst().values("name")).containsExactly("Ann, B");
        assertThat(download.getFirst().line()).isEqualTo(17);
        assertThat(older.getFirst().values("name")).containsExactly("Ann, B");
        assertThat(narrowed.getFirst().values("name")).containsExactly("Ann, B");
        assertThat(own.getFirst().values("name")).containsExactly("Ann");
    }

    private static List<InputRecord> mended(String text, Layout original) throws Exception {
        byte[] bytes = text.getBytes(UTF_8);
        Upload upload =
                new Upload() {
                    @Override
                    public String name() {
                        return "mended.csv";
                    }

                    @Override
                    public long size() {
                        return bytes.length;
                    }

                    @Override
                    public Instant uploaded() {
                        return Instant.parse("2026-11-23T10:00:00Z");
                    }

                    @Override
                    public InputStream open() {
                        return new ByteArrayInputStream(bytes);
                    }
                };
        try (var source =
                        new FileRecordSources(FileLimits.DEFAULT)
                                .mended(upload, List.of(new Original("in/a.csv", 0, original)));
                RecordReader reader = source.open(source.parts().getFirst(), Optional.empty())) {
            return good(Reading.rest(reader));
        }
    }

    private static String columns(int count) {
        String header =
                IntStream.range(0, count).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        return header + "\n" + String.join(",", Collections.nCopies(count, "v")) + "\n";
    }

    private SourceBroken refused(byte[] bytes) {
        return refused(new Reading(folder), bytes);
    }

    private static SourceBroken refused(Reading reading, byte[] bytes) {
        SourceBroken broken = catchThrowableOfType(SourceBroken.class, () -> reading.bytes(bytes));
        assertThat(broken.remedy()).isNotBlank();
        return broken;
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] zip(List<String> names, List<String> texts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < names.size(); i++) {
                zip.putNextEntry(new ZipEntry(names.get(i)));
                zip.write(texts.get(i).getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String name, byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(plain);
        }
        return bytes.toByteArray();
    }
}
