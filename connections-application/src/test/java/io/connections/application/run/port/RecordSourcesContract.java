package io.connections.application.run.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.connections.application.connection.port.Access;
import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.connection.port.InMemoryFiles;
import io.connections.application.run.port.RecordSource.Layout;
import io.connections.application.run.port.RecordSource.Part;
import io.connections.application.run.port.RecordSource.Proof;
import io.connections.application.run.port.RecordSource.RecordReader;
import io.connections.application.run.port.RecordSource.SourceBroken;
import io.connections.application.run.port.RecordSource.SourceRecord;
import io.connections.application.run.port.RecordSource.SourceRecord.Broken;
import io.connections.application.run.port.RecordSource.SourceRecord.Good;
import io.connections.application.run.port.RecordSources.Original;
import io.connections.domain.catalog.SetupValues;
import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.FileFormat.Encoding;
import io.connections.domain.goal.FileSelection;
import io.connections.domain.goal.FileSelection.AfterImport;
import io.connections.domain.goal.FileSelection.Compression;
import io.connections.domain.goal.FileSelection.Pick;
import io.connections.domain.goal.FileSource;
import io.connections.domain.kernel.Secret;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every source of records does, and what opens it. The other system is [InMemoryFiles].
@Tag("M18")
public abstract class RecordSourcesContract {
    private static final FileFormat PLAIN_CSV =
            new FileFormat.Csv(Encoding.UTF_8, ',', Optional.of('"'), Optional.empty(), true);
    private static final String THREE = "id,name\n1,Ann\n2,Zoë\n3,Cleo\n";
    private static final String A = "in/customers-1.csv";

    private final InMemoryFiles files = new InMemoryFiles();

    protected abstract RecordSources sources();

    @Test
    void thePartsOfASourceAreItsFilesInTheirOrder() throws Exception {
        put("in/customers-2.csv", "id\n");
        put(A, THREE);
        put("in/orders.csv", "id\n");

        try (RecordSource source = source()) {
            assertThat(source.parts())
                    .containsExactly(
                            new Part("/" + A, length(THREE), InMemoryFiles.MODIFIED),
                            new Part("/in/customers-2.csv", 3, InMemoryFiles.MODIFIED));
        }
    }

    @Test
    void thatThereIsNothingToReadIsSaid() throws Exception {
        put("in/orders.csv", "id\n");

        try (RecordSource source = source()) {
            ConnectorFailed failed = catchThrowableOfType(ConnectorFailed.class, source::parts);

            assertThat(failed.reason()).isEqualTo(ConnectorFailed.Reason.FILE_MISSING);
        }
    }

    @Test
    void thatTheOtherSystemRefusesIsSaid() {
        ConnectorFailed failed =
                catchThrowableOfType(
                        ConnectorFailed.class, () -> open("a wrong password", leaving()).close());

        assertThat(failed.reason()).isEqualTo(ConnectorFailed.Reason.SIGN_IN_REFUSED);
    }

    @Test
    void everyRecordIsReadOnceWithItsNumberAndItsLine() throws Exception {
        put(A, THREE);

        try (RecordSource source = source();
                RecordReader reader = source.open(part(source), Optional.empty())) {
            Layout layout = reader.layout();
            List<SourceRecord> read = rest(reader);

            assertThat(layout).isEqualTo(new Layout(PLAIN_CSV, List.of("id", "name")));
            assertThat(read)
                    .extracting(RecordSourcesContract::text)
                    .containsExactly("1 2 Ann", "2 3 Zoë", "3 4 Cleo");
            assertThat(reader.bytesRead()).isEqualTo(length(THREE));
            assertThat(reader.proof().bytes()).isEqualTo(length(THREE));
        }
    }

    @Test
    @Tag("M17")
    void readingGoesOnBehindAPlaceWhereNoRecordCouldBeRead() throws Exception {
        put(A, "id,name\n1,Ann\n2\n3,Cleo\n");

        try (RecordSource source = source();
                RecordReader reader = source.open(part(source), Optional.empty())) {
            assertThat(rest(reader))
                    .extracting(RecordSourcesContract::text)
                    .containsExactly("1 2 Ann", "2 3 ragged-line 2", "3 4 Cleo");
        }
    }

    @Test
    void aFileThatWasReplacedSinceItWasListedIsNotRead() throws Exception {
        put(A, THREE);

        try (RecordSource source = source()) {
            Part listed = part(source);
            put(A, THREE + "4,Dora\n");
            SourceBroken broken =
                    catchThrowableOfType(
                            SourceBroken.class,
                            () -> source.open(listed, Optional.empty()).close());

            assertThat(broken.code()).isEqualTo("file-changed");
        }
    }

    @Test
    void aFileThatIsReplacedWhileItIsReadHasNoEnd() throws Exception {
        put(A, THREE);

        try (RecordSource source = source();
                RecordReader reader = source.open(part(source), Optional.empty())) {
            assertThat(reader.next()).isPresent();
            put(A, THREE + "4,Dora\n");

            SourceBroken broken = catchThrowableOfType(SourceBroken.class, () -> rest(reader));

            assertThat(broken.code()).isEqualTo("file-changed");
        }
    }

    @Test
    void aLaterReadingPassesThePlaceWhereAnEarlierOneEnded() throws Exception {
        put(A, THREE);
        Proof proof = proofOfTheWholeFile();

        try (RecordSource source = source();
                RecordReader reader = source.open(part(source), Optional.of(proof))) {
            assertThat(rest(reader)).hasSize(3);
        }
    }

    @Test
    void aLaterReadingNoticesThatTheBytesAreOthersThoughSizeAndTimeAreTheSame() throws Exception {
        put(A, THREE);
        Proof proof = proofOfTheWholeFile();
        put(A, THREE.replace("Ann", "Bob"));

        try (RecordSource source = source()) {
            SourceBroken broken =
                    catchThrowableOfType(
                            SourceBroken.class,
                            () -> {
                                try (RecordReader reader =
                                        source.open(part(source), Optional.of(proof))) {
                                    rest(reader);
                                }
                            });

            assertThat(broken.code()).isEqualTo("file-changed");
        }
    }

    @Test
    @Tag("M21")
    void aFinishedFileIsMarkedAndDoingItAgainDoesNoHarm() throws Exception {
        put(A, THREE);

        try (RecordSource source = open("open-sesame", marking())) {
            Part part = part(source);
            source.conclude(part);
            source.conclude(part);
        }

        assertThat(files.content(A)).isEmpty();
        assertThat(files.content(A + ".done")).isPresent();
    }

    @Test
    @Tag("M21")
    void aFileThatHasTakenThePlaceSinceIsLeftAlone() throws Exception {
        put(A, THREE);

        try (RecordSource source = open("open-sesame", marking())) {
            Part part = part(source);
            put(A, "id,name\n9,Eve\n");
            source.conclude(part);
        }

        assertThat(files.content(A)).isPresent();
        assertThat(files.content(A + ".done")).isEmpty();
    }

    @Test
    @Tag("M17")
    void mendedRecordsLaidOutLikeTheGoalsFilesAreReadAsOnePart() throws Exception {
        Layout original = new Layout(PLAIN_CSV, List.of("id", "name"));

        assertThat(mended("id,name\n7,Mia\n8,Noah\n", original))
                .containsExactly("1 2 Mia", "2 3 Noah");
    }

    @Test
    @Tag("M17")
    void mendedRecordsInOurOwnDownloadKeepTheirLines() throws Exception {
        Layout original = new Layout(PLAIN_CSV, List.of("id", "name"));

        assertThat(
                        mended(
                                """
                                line,reason,raw
                                41,ragged-line,"7,Mia"
                                99,ragged-line,"8,Noah"
                                """,
                                original))
                .containsExactly("1 41 Mia", "2 99 Noah");
    }

    @Test
    @Tag("M17")
    void mendedRecordsAreAsOldAsTheirUpload() throws Exception {
        Layout original =
                new Layout(new FileFormat.JsonLines(FileFormat.Encoding.UTF_8), List.of());
        try (RecordSource source =
                sources().mended(new Uploaded("{}"), List.of(new Original(A, 0, original)))) {
            assertThat(source.parts())
                    .extracting(Part::modified)
                    .containsExactly(InMemoryFiles.MODIFIED);
        }
    }

    private List<String> mended(String upload, Layout original) throws Exception {
        try (RecordSource source =
                        sources()
                                .mended(
                                        new Uploaded(upload),
                                        List.of(new Original(A, 0, original)));
                RecordReader reader = source.open(part(source), Optional.empty())) {
            return rest(reader).stream().map(RecordSourcesContract::text).toList();
        }
    }

    private record Uploaded(String text) implements RecordSources.Upload {
        @Override
        public String name() {
            return "mended.csv";
        }

        @Override
        public long size() {
            return length(text);
        }

        @Override
        public Instant uploaded() {
            return InMemoryFiles.MODIFIED;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Proof proofOfTheWholeFile() throws Exception {
        try (RecordSource source = source();
                RecordReader reader = source.open(part(source), Optional.empty())) {
            rest(reader);
            return reader.proof();
        }
    }

    private void put(String path, String content) {
        files.put(path, content.getBytes(StandardCharsets.UTF_8));
    }

    private RecordSource source() throws ConnectorFailed {
        return open("open-sesame", leaving());
    }

    private RecordSource open(String password, AfterImport afterwards) throws ConnectorFailed {
        return sources()
                .files(
                        files,
                        new Access(SetupValues.NONE, Map.of("password", new Secret(password))),
                        new FileSource(
                                new FileSelection(
                                        "in",
                                        "customers-*.csv",
                                        Pick.ALL_BY_NAME,
                                        Compression.NONE,
                                        afterwards),
                                Optional.of(PLAIN_CSV)));
    }

    private static AfterImport leaving() {
        return new AfterImport.Leave();
    }

    private static AfterImport marking() {
        return new AfterImport.MarkDone();
    }

    private static Part part(RecordSource source) throws ConnectorFailed {
        return source.parts().getFirst();
    }

    private static List<SourceRecord> rest(RecordReader reader)
            throws ConnectorFailed, SourceBroken {
        List<SourceRecord> read = new ArrayList<>();
        Optional<SourceRecord> next = reader.next();
        while (next.isPresent()) {
            read.add(next.get());
            next = reader.next();
        }
        return read;
    }

    private static String text(SourceRecord record) {
        return switch (record) {
            case Good good ->
                    "%d %d %s"
                            .formatted(
                                    good.record().number(),
                                    good.line(),
                                    String.join("+", good.record().values("name")));
            case Broken broken ->
                    "%d %d %s %s"
                            .formatted(
                                    broken.number(), broken.line(), broken.reason(), broken.raw());
        };
    }

    private static long length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
