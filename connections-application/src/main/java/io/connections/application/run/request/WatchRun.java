package io.connections.application.run.request;

import io.connections.application.run.request.port.RunReadings;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.run.RunId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// A run each time it has changed, until it has ended. It is read from the run's rows, wherever the
/// run works, and once for all who watch it here.
@Singleton
public final class WatchRun {
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final RunReadings runs;
    private final Duration interval;
    private final ConcurrentMap<RunId, Feed> feeds = new ConcurrentHashMap<>();

    @Inject
    WatchRun(RunReadings runs) {
        this(runs, INTERVAL);
    }

    WatchRun(RunReadings runs, Duration interval) {
        this.runs = runs;
        this.interval = interval;
    }

    public record Query(Actor actor, RunId run) {}

    /// Fails before the first item where the run is not there or not for this actor. Who takes
    /// slowly misses states in between, never the last one.
    public Uni<Multi<RunDetail>> handle(Query query) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            query.actor().require(Permission.CONNECTIONS_READ);
                            return GetRun.get(runs, query.run());
                        })
                .map(
                        first ->
                                first.summary().state().ended()
                                        ? Multi.createFrom().item(first)
                                        : Multi.createBy()
                                                .concatenating()
                                                .streams(
                                                        Multi.createFrom().item(first),
                                                        Multi.createFrom()
                                                                .deferred(() -> feed(query.run())))
                                                .skip()
                                                .repetitions());
    }

    private Multi<RunDetail> feed(RunId run) {
        return feeds.computeIfAbsent(run, Feed::new).states.onOverflow().dropPreviousItems();
    }

    private static boolean goesOn(RunDetail run) {
        return !run.summary().state().ended();
    }

    /// What all who watch a run here get, from the first of them to the last.
    private final class Feed {
        private final Multi<RunDetail> states;

        Feed(RunId run) {
            states =
                    Multi.createBy()
                            .repeating()
                            .uni(() -> runs.find(run))
                            .withDelay(interval)
                            .whilst(found -> found.filter(WatchRun::goesOn).isPresent())
                            .select()
                            .where(Optional::isPresent)
                            .map(Optional::orElseThrow)
                            .skip()
                            .repetitions()
                            .onTermination()
                            // Only itself: somebody may have begun to watch anew meanwhile.
                            .invoke(() -> feeds.remove(run, this))
                            .broadcast()
                            .withCancellationAfterLastSubscriberDeparture()
                            .toAtLeast(1);
        }
    }
}
