package io.connections.application.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connections.application.run.port.CrashPoints.Point;
import io.connections.application.run.port.RunJournal.Outcome;
import io.connections.application.run.port.RunSetups;
import io.connections.application.run.port.ShareKey;
import io.connections.domain.goal.Counts;
import io.connections.domain.run.RunId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A share that goes from one process to another.
@Tag("M18")
@Timeout(60)
class ImportShareTakeoverTest extends ImportOfOneGoal {
    @Test
    void aRunWhoseShareAnotherProcessTakesIsLeftAlone() throws Exception {
        put("E-mail,City\nann@example.com,Oslo\n");
        RunId run = queued();

        once(Point.AFTER_COMMIT, () -> journal.take(new ShareKey(run, 0), "another process"));

        work(run);

        assertThat(journal.outcomeOf(run)).isEmpty();
        assertThat(journal.logOf(run)).last().asString().contains("Another process");
    }

    @Test
    void aRunOverWhichProcessAfterProcessDisappearsFailsAndSaysTheWayOut() throws Exception {
        put("E-mail,City\nann@example.com,Oslo\n");
        RunId run = queued();
        disappear(run, 5);

        work(run);

        assertThat(journal.outcomeOf(run)).contains(Outcome.FAILED);
        assertThat(problem(run).code()).isEqualTo("taken-up-in-vain");
        assertThat(problem(run).message()).contains("5 times");
        assertThat(problem(run).remedy()).contains("resume the run");
        assertThat(failed(run).resumable()).isTrue();
        assertThat(store.countsOf(run)).isEqualTo(Counts.NONE);
    }

    @Test
    void whoResumesARunThatWasGivenUpTriesItAgain() throws Exception {
        put("E-mail,City\nann@example.com,Oslo\n");
        RunId run = queued();
        disappear(run, 5);
        work(run);
        journal.requeue(run);

        work(run);

        assertThat(journal.outcomeOf(run)).contains(Outcome.FINISHED);
    }

    @Test
    @Tag("M32")
    void aProcessThatIsToldToEndHasNotDisappearedOverItsRuns() throws Exception {
        put("E-mail,City\nann@example.com,Oslo\n");
        RunId run = queued();
        RunSetups reliable = setups;
        setups = losingTheConnection(Thread.currentThread()::interrupt);
        for (int restart = 0; restart < 10; restart++) {
            assertThatThrownBy(() -> work(run)).isInstanceOf(InterruptedException.class);
        }
        setups = reliable;

        work(run);

        assertThat(journal.outcomeOf(run)).contains(Outcome.FINISHED);
    }

    private void disappear(RunId run, int times) {
        for (int time = 1; time <= times; time++) {
            journal.take(new ShareKey(run, 0), "process " + time);
        }
    }
}
