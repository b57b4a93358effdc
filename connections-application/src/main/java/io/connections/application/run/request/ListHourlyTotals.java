package io.connections.application.run.request;

import io.connections.application.kernel.RequestInvalid;
import io.connections.application.run.request.port.RunReadings;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// The last hours of all connections together, for the charts of Home. What it costs grows with
/// hours, never with runs.
@Singleton
public final class ListHourlyTotals {
    /// 31 days: thirty whole ones of any time zone, and the one that has begun.
    public static final int MOST_HOURS = 31 * 24;

    private final RunReadings runs;
    private final InstantSource clock;

    ListHourlyTotals(RunReadings runs, InstantSource clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /// @param hours 1 to [#MOST_HOURS]; the one that has begun counts
    public record Query(Actor actor, int hours) {}

    /// @param from the beginning of the first hour that was asked for
    /// @param until the end of the hour that has begun
    /// @param hours in their order; one in which nothing happened is left out
    public record Totals(Instant from, Instant until, List<HourlyTotal> hours) {
        public Totals {
            hours = List.copyOf(hours);
        }
    }

    public Uni<Totals> handle(Query query) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            query.actor().require(Permission.CONNECTIONS_READ);
                            requireSense(query.hours());
                            Instant until =
                                    clock.instant()
                                            .truncatedTo(ChronoUnit.HOURS)
                                            .plus(1, ChronoUnit.HOURS);
                            Instant from = until.minus(query.hours(), ChronoUnit.HOURS);
                            return runs.hourlyTotals(from)
                                    .map(hours -> new Totals(from, until, hours));
                        });
    }

    private static void requireSense(int hours) {
        if (hours < 1 || hours > MOST_HOURS) {
            throw RequestInvalid.at(
                    "/hours",
                    "out-of-range",
                    "hours is a number from 1 to %d.".formatted(MOST_HOURS));
        }
    }
}
