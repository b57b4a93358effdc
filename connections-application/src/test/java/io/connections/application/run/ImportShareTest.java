package io.connections.application.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.connections.application.run.port.CrashPoints.Point;
import io.connections.application.run.port.RunJournal.Outcome;
import io.connections.domain.goal.ChunkDecision.LedgerEntry;
import io.connections.domain.goal.Counts;
import io.connections.domain.goal.MappedRecord.Rejected;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.run.RunId;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Working on a share of an import, from the taking to the outcome.
@Tag("M18")
@Timeout(60)
class ImportShareTest extends ImportOfOneGoal {
    @Test
    @Tag("M17")
    void everyRecordOfTheFileIsCountedOnce() throws Exception {
        put("E-mail,City\nann@example.com,Oslo\nbob@example.com,Rome\nann@example.com,Bern\n,X\n");
        RunId run = queued();

        work(run);

        assertThat(journal.outcomeOf(run)).contains(Outcome.FINISHED);
        assertThat(store.countsOf(run)).isEqualTo(new Counts(2, 1, 0, 0, 0, 0, 1));
    }

    @Test
    @Tag("M17")
    void aChunkIsCutByWhatItsRecordsTakeInMemoryAndNotByTheBytesOfTheirLines() throws Exception {
        String lines = "ann@example.com,Oslo\n".repeat(40);
        put("E-mail,City\n" + lines);
        chunkSize = 4_000;
        chunkBytes = lines.length() + 1_000L;
        AtomicLong commits = new AtomicLong();
        crashPoints =
                point -> {
                    if (point == Point.AFTER_COMMIT) {
                        commits.incrementAndGet();
                    }
                };
        RunId run = queued();

        work(run);

        // 2,000 each, where both lanes together may hold 3,680.
        assertThat(commits).hasValue(20);
        assertThat(store.countsOf(run).read()).isEqualTo(40);
    }

    @Test
    @Tag("M17")
    void aRejectedRecordKeepsItsLineAndItsReason() throws Exception {
        put("E-mail,City\nann@example.com,Oslo\nnobody,Rome\n");
        RunId run = queued();

        work(run);

        assertThat(store.rejectedOf(run))
                .extracting(Rejected::line, Rejected::code)
                .containsExactly(tuple(3L, "bad-value"));
    }

    @Test
    @Tag("M21")
    void aFileLeftOutBecauseOfItsNameIsInTheLog() throws Exception {
        put("E-mail,City\nann@example.com,Oslo\n");
        house.files.put("customers-\uFFFD.csv", new byte[] {'x'});
        RunId run = queued();

        work(run);

        assertThat(journal.outcomeOf(run)).contains(Outcome.FINISHED);
        assertThat(journal.logOf(run))
                .anySatisfy(line -> assertThat(line).contains("customers-\uFFFD.csv", "left out"));
    }

    @Test
    @Tag("M20")
    void aFileThatWasReadToItsEndIsNotReadAgain() throws Exception {
        put("E-mail,City\nann@example.com,Oslo\n");
        work(queued());
        RunId second = queued();

        work(second);

        assertThat(journal.outcomeOf(second)).contains(Outcome.FINISHED);
        assertThat(store.countsOf(second)).isEqualTo(Counts.NONE);
    }

    @Test
    void aChunkThatMeetsSomebodyElsesChangeIsDecidedAgain() throws Exception {
        put("E-mail,City\nann@example.com,Oslo\n");
        RunId first = queued();
        work(first);
        ProfileId ann = store.ledgerOf(first).getFirst().profile();
        put("E-mail,City\nann@example.com,Amsterdam\n");
        RunId second = queued();
        once(Point.BEFORE_COPY, () -> store.touch(ann));

        work(second);

        assertThat(store.countsOf(second)).isEqualTo(new Counts(0, 1, 0, 0, 0, 0, 0));
        assertThat(journal.logOf(second)).anyMatch(line -> line.contains("decided again"));
    }

    @Test
    @Tag("M16")
    void aProfileThatIsDeletedWhileItsUnchangedRecordIsWrittenIsMadeAnew() throws Exception {
        put("E-mail,City\nann@example.com,Oslo\n");
        RunId first = queued();
        work(first);
        ProfileId ann = store.ledgerOf(first).getFirst().profile();
        put("E-mail,City\nann@example.com,Oslo\nann@example.com,Oslo\n");
        RunId second = queued();
        once(Point.BEFORE_COPY, () -> store.delete(ann));

        work(second);

        assertThat(store.countsOf(second)).isEqualTo(new Counts(1, 0, 1, 0, 0, 0, 0));
        assertThat(store.ledgerOf(second))
                .extracting(LedgerEntry::profile)
                .doesNotContain(ann)
                .hasSize(2);
    }

    @Test
    void whatIsWrongWithTheSourceFailsTheRunAndSaysTheWayOut() throws Exception {
        put("");
        RunId run = queued();

        work(run);

        assertThat(journal.outcomeOf(run)).contains(Outcome.FAILED);
        assertThat(problem(run).code()).isEqualTo("file-empty");
        assertThat(failed(run).resumable()).isFalse();
        assertThat(problem(run).remedy()).isNotBlank();
    }

    @Test
    @Tag("M17")
    void aRunThatRejectsTooMuchFailsWithAllThatItReadCounted() throws Exception {
        maxRejected = 10;
        put("E-mail,City\n" + "nobody,Oslo\n".repeat(40));
        RunId run = queued();

        work(run);

        assertThat(journal.outcomeOf(run)).contains(Outcome.FAILED);
        assertThat(problem(run).code()).isEqualTo("too-many-rejected");
        assertThat(problem(run).message()).contains("10 records");
        assertThat(store.countsOf(run).rejected()).isEqualTo(11);
        assertThat(store.rejectedOf(run)).hasSize(11);
    }

    @Test
    @Tag("M17")
    void whoGoesOnWithoutBeingAllowedMoreRejectsNoMore() throws Exception {
        maxRejected = 10;
        put("E-mail,City\n" + "nobody,Oslo\n".repeat(40));
        RunId run = queued();
        work(run);
        journal.requeue(run);

        work(run);

        assertThat(problem(run).code()).isEqualTo("too-many-rejected");
        assertThat(store.rejectedOf(run)).hasSize(11);
    }

    @Test
    @Tag("M17")
    void whoGoesOnAndIsAllowedMoreLosesNothing() throws Exception {
        maxRejected = 10;
        put("E-mail,City\n" + "nobody,Oslo\n".repeat(39) + "ann@example.com,Oslo\n");
        RunId run = queued();
        work(run);
        journal.requeue(run);
        maxRejected = 1_000;

        work(run);

        assertThat(journal.outcomeOf(run)).contains(Outcome.FINISHED);
        assertThat(store.countsOf(run)).isEqualTo(new Counts(1, 0, 0, 0, 0, 0, 39));
    }

    @Test
    void thatThereIsNoFileFailsTheRun() throws Exception {
        RunId run = queued();

        work(run);

        assertThat(journal.outcomeOf(run)).contains(Outcome.FAILED);
        assertThat(problem(run).code()).isEqualTo("file-missing");
        assertThat(failed(run).resumable()).isTrue();
    }

    @Test
    void aRunOfAConnectionThatWasDeletedFails() throws Exception {
        house.connections.delete(connection.id()).await().indefinitely();
        RunId run = queued();

        work(run);

        assertThat(journal.outcomeOf(run)).contains(Outcome.FAILED);
        assertThat(problem(run).code()).isEqualTo("connection-gone");
        assertThat(failed(run).resumable()).isFalse();
    }
}
