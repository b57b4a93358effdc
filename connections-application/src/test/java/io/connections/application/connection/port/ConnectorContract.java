package io.connections.application.connection.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assumptions.abort;

import io.connections.application.connection.port.ConnectorFailed.Reason;
import io.connections.application.connection.port.TestReport.Outcome;
import io.connections.application.connection.port.TestReport.Step;
import io.connections.domain.kernel.Secret;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every connector does, whatever it talks to. One that holds files passes the tests of files
/// too; of any other those are skipped, saying so.
@Tag("M21")
public abstract class ConnectorContract {
    protected abstract Connector connector();

    /// Signs in, with everything pinned that the form pins.
    protected abstract Access good();

    /// Is refused when it signs in, because of one of its secrets.
    protected abstract Access refused();

    /// Puts a file into the other system, with its folders.
    protected abstract void put(String path, byte[] content) throws Exception;

    /// The file as it is in the other system.
    protected abstract Optional<byte[]> content(String path) throws Exception;

    @Test
    @Tag("M5")
    void aGoodAccessPassesEveryStepAndHasNothingLeftToPin() {
        TestReport report = connector().test(good());

        assertThat(report.passed()).as(report.toString()).isTrue();
        assertThat(report.steps()).isNotEmpty();
        assertThat(report.pins()).isEmpty();
    }

    @Test
    @Tag("M5")
    void theStepsHaveTheSameNamesHoweverFarOneComes() {
        TestReport far = connector().test(good());
        TestReport near = connector().test(refused());

        assertThat(ids(near)).isEqualTo(ids(far)).doesNotHaveDuplicates();
    }

    @Test
    @Tag("M5")
    void aRefusedAccessSaysWhereItStopsAndWhatToDoAndReachesNothingBehind() {
        List<Outcome> outcomes =
                connector().test(refused()).steps().stream()
                        .map(Step::outcome)
                        .dropWhile(Outcome.Passed.class::isInstance)
                        .toList();

        assertThat(outcomes.getFirst())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> {
                            assertThat(failed.message()).isNotBlank();
                            assertThat(failed.remedy()).isNotBlank();
                        });
        assertThat(outcomes.subList(1, outcomes.size()))
                .allMatch(Outcome.NotReached.class::isInstance);
    }

    @Test
    @Tag("M11")
    void noReportAndNoFailureShowsASecret() {
        String report = connector().test(refused()).toString();
        String failure = String.valueOf(catchThrowable(() -> files().open(refused())));

        assertThat(refused().secrets().values().stream().map(Secret::reveal))
                .isNotEmpty()
                .noneMatch(report::contains)
                .noneMatch(failure::contains);
    }

    @Test
    void openingIsRefusedForTheReasonThatTheTestNames() {
        TestReport report = connector().test(refused());

        ConnectorFailed failed =
                catchThrowableOfType(ConnectorFailed.class, () -> files().open(refused()));

        assertThat(failed.passing()).isFalse();
        assertThat(report.steps())
                .extracting(Step::outcome)
                .filteredOn(Outcome.Failed.class::isInstance)
                .extracting(outcome -> ((Outcome.Failed) outcome).reason())
                .containsExactly(failed.reason());
    }

    @Test
    void aFolderListsItsPlainFilesByName() throws Exception {
        put("in/b.csv", text("bb"));
        put("in/a.csv", text("a"));
        put("in/deeper/c.csv", text("c"));

        try (FileStore store = files().open(good())) {
            List<FileStore.RemoteFile> listed = store.list("in");

            assertThat(listed)
                    .extracting(FileStore.RemoteFile::name, FileStore.RemoteFile::size)
                    .containsExactly(tuple("a.csv", 1L), tuple("b.csv", 2L));
            assertThat(listed).allMatch(file -> file.path().endsWith("/in/" + file.name()));
        }
    }

    @Test
    void whatIsListedCanBeAskedForAndReadByItsPath() throws Exception {
        put("in/a.csv", text("id\n1\n"));

        try (FileStore store = files().open(good())) {
            FileStore.RemoteFile listed = store.list("in").getFirst();

            assertThat(store.stat(listed.path())).isEqualTo(listed);
            try (InputStream bytes = store.read(listed.path())) {
                assertThat(bytes.readAllBytes()).isEqualTo(text("id\n1\n"));
            }
        }
    }

    @Test
    void aLargeFileIsReadWhole() throws Exception {
        byte[] large = new byte[2_000_003];
        new Random(7).nextBytes(large);
        put("in/large.bin", large);

        try (FileStore store = files().open(good());
                InputStream bytes = store.read("in/large.bin")) {
            assertThat(bytes.readAllBytes()).isEqualTo(large);
        }
    }

    @Test
    void aFolderThatIsNotThereIsSaid() throws Exception {
        put("in/a.csv", text("a"));

        try (FileStore store = files().open(good())) {
            assertThat(reasonOf(() -> store.list("nowhere"))).isEqualTo(Reason.FOLDER_MISSING);
        }
    }

    @Test
    void aFileThatIsNotThereIsSaidWhateverIsWantedOfIt() throws Exception {
        put("in/a.csv", text("a"));

        try (FileStore store = files().open(good())) {
            assertThat(reasonOf(() -> store.stat("in/b.csv"))).isEqualTo(Reason.FILE_MISSING);
            assertThat(reasonOf(() -> store.read("in/b.csv").close()))
                    .isEqualTo(Reason.FILE_MISSING);
            assertThat(reasonOf(() -> store.delete("in/b.csv"))).isEqualTo(Reason.FILE_MISSING);
        }
    }

    @Test
    void movingMakesTheFolderAndNeverReplacesAFile() throws Exception {
        put("in/a.csv", text("new"));
        put("done/a.csv", text("old"));
        put("in/b.csv", text("b"));

        try (FileStore store = files().open(good())) {
            store.move("in/a.csv", "done/a.csv");
            store.move("in/b.csv", "deep/down/b.csv");
        }

        assertThat(content("in/a.csv")).isEmpty();
        assertThat(content("done/a.csv")).get().isEqualTo(text("old"));
        assertThat(content("done/a-2.csv")).get().isEqualTo(text("new"));
        assertThat(content("deep/down/b.csv")).get().isEqualTo(text("b"));
    }

    @Test
    void aDeletedFileIsGone() throws Exception {
        put("in/a.csv", text("a"));
        put("in/b.csv", text("b"));

        try (FileStore store = files().open(good())) {
            store.delete("in/a.csv");
        }

        assertThat(content("in/a.csv")).isEmpty();
        assertThat(content("in/b.csv")).isPresent();
    }

    private Connector.Files files() {
        return connector() instanceof Connector.Files files
                ? files
                : abort("the connector '%s' has no files".formatted(connector().kind()));
    }

    private interface Call {
        void run() throws Exception;
    }

    private static Reason reasonOf(Call call) {
        return catchThrowableOfType(ConnectorFailed.class, call::run).reason();
    }

    private static List<String> ids(TestReport report) {
        return report.steps().stream().map(Step::id).toList();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
