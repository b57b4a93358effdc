package io.connections.domain.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connections.domain.connection.ConnectionId;
import io.connections.domain.goal.Counts;
import io.connections.domain.goal.Disposition;
import io.connections.domain.goal.GoalId;
import io.connections.domain.kernel.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M18")
class RunTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final GoalId GOAL = new GoalId(new UUID(0, 1));
    private static final Counts TWO_CREATED = new Counts(2, 0, 0, 0, 0, 0, 0);

    private static Run.Queued queued() {
        return Run.Queued.of(
                new Run.Order(
                        new RunId(new UUID(0, 2)),
                        1,
                        new ConnectionId(new UUID(0, 3)),
                        Version.FIRST,
                        new Trigger.Manual("Ann"),
                        NOON),
                List.of(new GoalResult.Waiting(GOAL, "customers")));
    }

    private static GoalResult.Running goal() {
        return new GoalResult.Waiting(GOAL, "customers").begin().plus(TWO_CREATED);
    }

    @Test
    void aRunWhoseSourceReachedItsEndFinishes() {
        Run.Finished run =
                queued().begin(NOON)
                        .with(goal().finish(new SourceEnd(2, 2)))
                        .finish(NOON.plusSeconds(9));

        assertThat(run.counts()).isEqualTo(TWO_CREATED);
        assertThat(run.endedAt()).isEqualTo(NOON.plusSeconds(9));
    }

    @Test
    void aRunWhoseSourceDidNotReachItsEndNeverFinishes() {
        Run.Running running = queued().begin(NOON).with(goal());

        assertThatThrownBy(() -> running.finish(NOON)).hasMessageContaining("customers");
        assertThatThrownBy(() -> running.stop(NOON, "Bob").finish(NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SourceEnd(2, 1)).hasMessageContaining("1 of 2");
    }

    @Test
    void aStoppedRunGoesOnWhereItWas() {
        Run.Stopped stopped =
                queued().begin(NOON)
                        .stop(NOON.plusSeconds(1), "Bob")
                        .with(goal().stop())
                        .stopped(NOON.plusSeconds(2));

        Run.Running again = stopped.resume().begin(NOON.plusSeconds(60));

        assertThat(stopped.by()).isEqualTo("Bob");
        assertThat(again.counts()).isEqualTo(TWO_CREATED);
        assertThat(again.startedAt()).isEqualTo(NOON);
    }

    @Test
    void aFailedRunSaysWhyAndCanGoOn() {
        RunProblem problem =
                new RunProblem("file-changed", "replaced", "Run it anew.", Optional.empty());

        Run.Failed failed = queued().begin(NOON).with(goal().fail(problem)).fail(NOON, problem);

        assertThat(failed.problem()).isEqualTo(problem);
        assertThat(failed.resume().goals()).isEqualTo(failed.goals());
    }

    @Test
    void aRunKnowsOnlyItsOwnGoals() {
        GoalResult foreign = new GoalResult.Waiting(new GoalId(new UUID(0, 9)), "other");
        Run.Running running = queued().begin(NOON);

        assertThatThrownBy(() -> running.with(foreign)).hasMessageContaining("other");
    }

    @Test
    @Tag("M17")
    void countsAreBalancedByConstruction() {
        Counts counts = Counts.of(List.of(Disposition.values()));

        assertThat(counts).isEqualTo(new Counts(1, 1, 1, 1, 1, 1, 1));
        assertThat(counts.read()).isEqualTo(7);
    }
}
