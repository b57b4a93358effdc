package io.connections.application.goal.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.connections.application.connection.port.Access;
import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.connection.port.FileStore.RemoteFile;
import io.connections.application.connection.port.InMemoryFiles;
import io.connections.application.goal.port.SourcePreview.Preview;
import io.connections.application.run.port.RecordSource.SourceBroken;
import io.connections.application.run.port.RecordSource.SourceRecord.Broken;
import io.connections.domain.catalog.SetupValues;
import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.FileFormat.Encoding;
import io.connections.domain.goal.FileSelection;
import io.connections.domain.goal.FileSelection.AfterImport;
import io.connections.domain.goal.FileSelection.Compression;
import io.connections.domain.goal.FileSelection.Pick;
import io.connections.domain.goal.FileSource;
import io.connections.domain.goal.InputRecord;
import io.connections.domain.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What everything does that looks at the beginning of a goal's files.
@Tag("M14")
public abstract class SourcePreviewContract {
    private static final FileFormat PLAIN_CSV =
            new FileFormat.Csv(Encoding.UTF_8, ',', Optional.of('"'), Optional.empty(), true);
    private static final FileSource CUSTOMERS =
            new FileSource(
                    new FileSelection(
                            "in",
                            "customers-*.csv",
                            Pick.ALL_BY_NAME,
                            Compression.NONE,
                            new AfterImport.Leave()),
                    Optional.of(PLAIN_CSV));

    private final InMemoryFiles files = new InMemoryFiles();

    protected abstract SourcePreview previews();

    @Test
    void theFilesOfARunAreNamedAndTheFirstIsShown() throws Exception {
        put("in/customers-2.csv", "id,name\n9,Zoë\n");
        put("in/customers-1.csv", "id,name\n1,Ann\n2,Bob\n");

        Preview preview = preview();

        assertThat(preview.files())
                .extracting(RemoteFile::path)
                .containsExactly("/in/customers-1.csv", "/in/customers-2.csv");
        assertThat(preview.used()).isEqualTo(PLAIN_CSV);
        assertThat(preview.records())
                .extracting(InputRecord::fields)
                .containsExactly(
                        Map.of("id", List.of("1"), "name", List.of("Ann")),
                        Map.of("id", List.of("2"), "name", List.of("Bob")));
        assertThat(preview.note()).isEmpty();
    }

    @Test
    void fieldsStandInTheFilesOrderAndWhatIsEmptyHasNoValue() throws Exception {
        put("in/customers-1.csv", "id,name,city\n1,Zoë,\n2,Ann,\n");

        Preview preview = preview();

        assertThat(preview.fields()).containsExactly("id", "name", "city");
        assertThat(preview.records())
                .allSatisfy(record -> assertThat(record.values("city")).isEmpty());
    }

    @Test
    void ofALongFileTheFirst200RecordsAreShown() throws Exception {
        put(
                "in/customers-1.csv",
                IntStream.rangeClosed(1, 250)
                        .mapToObj(id -> id + ",x\n")
                        .collect(Collectors.joining("", "id,name\n", "")));

        Preview preview = preview();

        assertThat(preview.records()).hasSize(200);
        assertThat(preview.records().getLast().values("id")).containsExactly("200");
    }

    @Test
    void aPlaceThatCannotBeReadIsShownAndTheRecordsBehindItToo() throws Exception {
        put("in/customers-1.csv", "id,name\n1,Ann\n2\n3,Cleo\n");

        Preview preview = preview();

        assertThat(preview.broken())
                .singleElement()
                .extracting(Broken::number, Broken::line, Broken::reason, Broken::raw)
                .containsExactly(2L, 3L, "ragged-line", "2");
        assertThat(preview.records()).extracting(InputRecord::number).containsExactly(1L, 3L);
    }

    @Test
    void aHeaderAloneIsNoFailureAndIsSaid() throws Exception {
        put("in/customers-1.csv", "id,name\n");

        Preview preview = preview();

        assertThat(preview.fields()).containsExactly("id", "name");
        assertThat(preview.records()).isEmpty();
        assertThat(preview.note()).isPresent();
    }

    @Test
    void anEmptyFileCannotBePreviewed() {
        put("in/customers-1.csv", "");

        SourceBroken broken = catchThrowableOfType(SourceBroken.class, this::preview);

        assertThat(broken.code()).isEqualTo("file-empty");
        assertThat(broken.remedy()).isNotBlank();
    }

    @Test
    void thatNothingMatchesIsSaid() {
        put("in/orders-1.csv", "id\n1\n");

        ConnectorFailed failed = catchThrowableOfType(ConnectorFailed.class, this::preview);

        assertThat(failed.reason()).isEqualTo(ConnectorFailed.Reason.FILE_MISSING);
    }

    @Test
    void thatTheOtherSystemRefusesIsSaid() {
        put("in/customers-1.csv", "id\n1\n");

        ConnectorFailed failed =
                catchThrowableOfType(ConnectorFailed.class, () -> preview("a wrong password"));

        assertThat(failed.reason()).isEqualTo(ConnectorFailed.Reason.SIGN_IN_REFUSED);
    }

    private void put(String path, String content) {
        files.put(path, content.getBytes(StandardCharsets.UTF_8));
    }

    private Preview preview() throws ConnectorFailed, SourceBroken {
        return preview("open-sesame");
    }

    private Preview preview(String password) throws ConnectorFailed, SourceBroken {
        Access access = new Access(SetupValues.NONE, Map.of("password", new Secret(password)));
        return previews().preview(files, access, CUSTOMERS);
    }
}
