package io.connections.application.run.request;

import static io.connections.domain.access.ActorFixtures.aViewer;
import static io.connections.domain.access.ActorFixtures.lacking;
import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.connections.application.connection.House;
import io.connections.application.kernel.port.CountedIds;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.access.PermissionMissing;
import io.connections.domain.run.RunId;
import java.time.Duration;
import java.util.Iterator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Watching a run while it works.
@Tag("M18")
@Timeout(60)
class WatchRunTest {
    private final House house = new House();
    private final RunId run = house.aRunOf(house.aReadyConnection());
    private final WatchRun watchRun = new WatchRun(house.runs, Duration.ofMillis(1));

    @Test
    void whoWatchesSeesEachChangeAndThenTheEnd() {
        Iterator<RunDetail> watched = watch(aViewer(), run);
        RunState first = watched.next().summary().state();

        stop();
        RunState second = watched.next().summary().state();
        house.runs.ended(run, RunState.STOPPED, NOON);
        RunState last = watched.next().summary().state();

        assertThat(first).isEqualTo(RunState.QUEUED);
        assertThat(second).isEqualTo(RunState.STOPPING);
        assertThat(last).isEqualTo(RunState.STOPPED);
        assertThat(watched.hasNext()).isFalse();
    }

    @Test
    void twoWhoWatchTheSameRunBothSeeItsEnd() {
        Iterator<RunDetail> mia = watch(aViewer(), run);
        Iterator<RunDetail> noah = watch(aViewer(), run);
        mia.next();
        noah.next();

        house.runs.ended(run, RunState.FINISHED, NOON);

        assertThat(mia.next().summary().state()).isEqualTo(RunState.FINISHED);
        assertThat(noah.next().summary().state()).isEqualTo(RunState.FINISHED);
        assertThat(mia.hasNext()).isFalse();
        assertThat(noah.hasNext()).isFalse();
    }

    @Test
    void aRunThatGoesOnCanBeWatchedAgain() {
        Iterator<RunDetail> before = watch(aViewer(), run);
        before.next();
        house.runs.ended(run, RunState.STOPPED, NOON);
        before.forEachRemaining(_ -> {});
        house.runs.requeue(run, "Mia").await().indefinitely();

        Iterator<RunDetail> again = watch(aViewer(), run);
        RunState first = again.next().summary().state();
        house.runs.ended(run, RunState.FINISHED, NOON);

        assertThat(first).isEqualTo(RunState.QUEUED);
        assertThat(again.next().summary().state()).isEqualTo(RunState.FINISHED);
    }

    @Test
    void ofARunThatHasEndedTheEndIsSeenOnce() {
        house.runs.ended(run, RunState.FINISHED, NOON);

        Iterator<RunDetail> watched = watch(aViewer(), run);

        assertThat(watched.next().summary().state()).isEqualTo(RunState.FINISHED);
        assertThat(watched.hasNext()).isFalse();
    }

    @Test
    void aRunThatIsNotThereCannotBeWatched() {
        RunId nothing = new RunId(CountedIds.id(99));

        Throwable refused = catchThrowable(() -> watch(aViewer(), nothing));

        assertThat(refused).isInstanceOf(RunNotFound.class);
    }

    @Test
    @Tag("M30")
    void watchingNeedsItsPermission() {
        Throwable refused = catchThrowable(() -> watch(lacking(Permission.CONNECTIONS_READ), run));

        assertThat(refused).isInstanceOf(PermissionMissing.class);
    }

    private void stop() {
        house.runs.requestStop(run, "Mia").await().indefinitely();
    }

    private Iterator<RunDetail> watch(Actor actor, RunId which) {
        return watchRun.handle(new WatchRun.Query(actor, which))
                .await()
                .indefinitely()
                .subscribe()
                .asIterable()
                .iterator();
    }
}
