package io.connections.adapters.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.adapters.connector.file.FileSources;
import io.connections.adapters.persistence.TestDatabase;
import io.connections.adapters.persistence.run.PostgresRunJournal;
import io.connections.application.run.port.CrashPoints;
import io.connections.application.run.port.ShareKey;
import io.connections.domain.goal.InputRecord;
import io.connections.domain.run.RunId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run ends, whatever the file made of the reason.
class RunEndingTest {
    private static final int ENCRYPTED = 1;

    @TempDir Path folder;
    private final TestDatabase database = TestDatabase.create();
    private final Runs runs = new Runs(database.dataSource());

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    @Tag("M18")
    void aReasonWithNulIsStoredWithASignInItsPlace() throws Exception {
        Files.write(folder.resolve("a.csv"), zipWithUnreadableEntry("cust\0omers.csv"));
        RunId run = runs.queue();

        Worker.work(database, run, customers(), 100, 1, CrashPoints.NONE);

        assertThat(runs.state(run)).isEqualTo("FAILED");
        assertThat(runs.problem(run)).isEqualTo("archive-unreadable");
        assertThat(runs.text("select problem_message from run where id = ?", run.value()))
                .contains("cust\uFFFDomers.csv");
    }

    @Test
    @Tag("M18")
    void aReasonThatCannotBeStoredIsReplacedByAFixedOne() throws Exception {
        Files.write(folder.resolve("a.csv"), zipWithUnreadableEntry("unspeakable.csv"));
        runs.execute(
                "alter table run_goal add constraint picky"
                        + " check (problem_message not like '%unspeakable%')");
        RunId run = runs.queue();

        Worker.work(database, run, customers(), 100, 1, CrashPoints.NONE);

        assertThat(runs.state(run)).isEqualTo("FAILED");
        assertThat(runs.problem(run)).isEqualTo("internal-error");
        assertThat(runs.number("select count(*) from run_share where open")).isZero();
    }

    @Test
    @Tag("M18")
    void aRunThatEndsEachProcessThatTakesItUpEndsItself() throws Exception {
        Files.writeString(folder.resolve("a.csv"), "customer_id,email\n1,ann@x.test\n");
        RunId run = runs.queue();
        PostgresRunJournal journal = new PostgresRunJournal(database.dataSource());
        ShareKey share = journal.openShares().getFirst();
        for (int killed = 1; killed <= 5; killed++) {
            var _ = journal.take(share, "process " + killed);
        }

        Worker.work(database, run, customers(), 100, 1, CrashPoints.NONE);

        assertThat(runs.state(run)).isEqualTo("FAILED");
        assertThat(runs.problem(run)).isEqualTo("taken-up-in-vain");
        assertThat(journal.openShares()).isEmpty();
        runs.resume(run);
        Worker.work(database, run, customers(), 100, 1, CrashPoints.NONE);
        assertThat(runs.state(run)).isEqualTo("FINISHED");
    }

    @Test
    @Tag("M14")
    void aFileWithoutTheIdentifiersColumnIsNotReadAndTheColumnIsNamed() throws Exception {
        Files.writeString(folder.resolve("a.csv"), "customer_no,email\n1,ann@x.test\n");
        RunId run = runs.queue();

        Worker.work(database, run, customers(), 100, 1, CrashPoints.NONE);

        assertThat(runs.problem(run)).isEqualTo("column-missing");
        assertThat(runs.text("select problem_message from run where id = ?", run.value()))
                .isEqualTo("a.csv has no column \"customer_id\", which the mapping needs.");
        assertThat(runs.number("select count(*) from rejected_record")).isZero();
    }

    @Test
    @Tag("M18")
    void whatIsTooLongForTheDatabaseAloneSaysThatItIsCutOffToo() throws Exception {
        // Each NUL is one byte in the file and three there.
        Files.writeString(
                folder.resolve("a.csv"),
                "customer_id,email\n"
                        + "1,ann@x.test\n".repeat(1_000)
                        + "\0".repeat(30_000)
                        + ",x\n");
        RunId run = runs.queue();

        Worker.work(database, run, customers(), 100, 1, CrashPoints.NONE);

        assertThat(runs.text("select raw from rejected_record where run_id = ?", run.value()))
                .endsWith("\uFFFD" + InputRecord.CUT_OFF);
        assertThat(runs.number("select max(octet_length(raw)) from rejected_record"))
                .isBetween(65_500L, 65_536L);
    }

    @Test
    @Tag("M14")
    @Tag("M18")
    void aLaterFileOfAPackageIsNotReadEitherWithoutTheIdentifiersColumn() throws Exception {
        Files.write(
                folder.resolve("a.csv"),
                zip(
                        List.of("1.csv", "2.csv", "3.csv"),
                        List.of(
                                "customer_id,email\n1,ann@x.test\n",
                                "email,customer_id\nbob@x.test,2\n",
                                "customer_no,email\n3,cy@x.test\n")));
        RunId run = runs.queue();

        Worker.work(database, run, customers(), 1, 1, CrashPoints.NONE);

        assertThat(runs.problem(run)).isEqualTo("column-missing");
        assertThat(runs.text("select problem_message from run where id = ?", run.value()))
                .isEqualTo(
                        "3.csv in a.csv has no column \"customer_id\", which the mapping needs.");
        assertThat(runs.number("select count(*) from profile")).isEqualTo(2);
        assertThat(runs.number("select count(*) from rejected_record")).isZero();
    }

    @Test
    @Tag("M21")
    void theLogNamesAnEmptyFileOfAPackage() throws Exception {
        Files.write(
                folder.resolve("a.csv"),
                zip(List.of("1.csv", "2.csv"), List.of("", "customer_id,email\n1,ann@x.test\n")));
        RunId run = runs.queue();

        Worker.work(database, run, customers(), 100, 1, CrashPoints.NONE);

        assertThat(runs.state(run)).isEqualTo("FINISHED");
        assertThat(runs.log(run)).contains("1.csv in a.csv is empty and was left out.");
    }

    @Test
    @Tag("M14")
    void columnsThatOtherRowsNameAreMissedInTheLogAlone() throws Exception {
        Files.writeString(folder.resolve("a.csv"), "customer_id,email\n1,ann@x.test\n");
        RunId run = runs.queue();

        Worker.work(database, run, customers(), 100, 1, CrashPoints.NONE);

        assertThat(runs.state(run)).isEqualTo("FINISHED");
        assertThat(runs.number("select count(*) from profile")).isEqualTo(1);
        assertThat(
                        runs.text(
                                "select message from run_log where run_id = ? and level = 'WARN'",
                                run.value()))
                .contains("no column \"first_name\", \"last_name\"");
    }

    @Test
    @Tag("M15")
    void theLogSaysHowManyValuesOfWhichFieldWereLeftOut() throws Exception {
        Files.writeString(
                folder.resolve("a.csv"),
                """
                customer_id,email,points
                1,ann@x.test,many
                2,bob,few
                3,cy@x.test,7
                """);
        RunId run = runs.queue();

        Worker.work(database, run, customers().leavingBadValuesOut(), 100, 1, CrashPoints.NONE);

        assertThat(runs.number("select count(*) from profile")).isEqualTo(3);
        assertThat(
                        runs.texts(
                                "select message from run_log where run_id = ? and level = 'WARN'",
                                run.value()))
                .contains("Values that do not fit were left out: 2 of \"points\", 1 of \"email\".");
    }

    @Test
    @Tag("M15")
    void whatWasLeftOutBeforeAStopIsSaidToo() throws Exception {
        Files.writeString(
                folder.resolve("a.csv"),
                """
                customer_id,email,points
                1,ann@x.test,many
                2,bob,few
                3,cy@x.test,none
                """);
        RunId run = runs.queue();
        CrashPoints stopAtSecondChunk = new Worker.After(2, () -> runs.stop(run));
        Worker.work(database, run, customers().leavingBadValuesOut(), 1, 1, stopAtSecondChunk);
        runs.resume(run);

        Worker.work(database, run, customers().leavingBadValuesOut(), 1, 1, CrashPoints.NONE);

        assertThat(runs.log(run))
                .contains("Values that do not fit were left out: 3 of \"points\", 1 of \"email\".");
    }

    private CustomerImport customers() {
        return CustomerImport.from(goal -> FileSources.local(folder, goal.source()));
    }

    private static byte[] zip(List<String> names, List<String> texts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < names.size(); i++) {
                zip.putNextEntry(new ZipEntry(names.get(i)));
                zip.write(texts.get(i).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] zipWithUnreadableEntry(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write("customer_id".getBytes(StandardCharsets.UTF_8));
        }
        byte[] packed = bytes.toByteArray();
        // The general purpose flag of the first local header.
        packed[6] |= ENCRYPTED;
        return packed;
    }
}
