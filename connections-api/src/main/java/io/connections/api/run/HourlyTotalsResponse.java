package io.connections.api.run;

import io.connections.api.run.RunSummaryResponse.CountsResponse;
import io.connections.application.run.request.HourlyTotal;
import io.connections.application.run.request.ListHourlyTotals.Totals;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// @param from the beginning of the first hour that was asked for
/// @param until the end of the last
/// @param items in their order; hours in which nothing happened are left out
@Schema(name = "HourlyTotals")
public record HourlyTotalsResponse(Instant from, Instant until, List<Hour> items) {

    /// @param hour its beginning
    /// @param recordsIn what became of records that came in; those that go out will stand beside it
    @Schema(name = "HourlyTotalItem")
    public record Hour(Instant hour, CountsResponse recordsIn, Ends runs) {
        static Hour of(HourlyTotal total) {
            return new Hour(
                    total.hour(),
                    CountsResponse.of(total.recordsIn()),
                    new Ends(
                            total.runs().finished(),
                            total.runs().stopped(),
                            total.runs().failed()));
        }
    }

    /// Numbers of runs that ended so. One that failed, was resumed and finished has ended twice;
    /// one that was stopped and resumed has not ended at its stop.
    ///
    /// @param stopped by a person
    @Schema(name = "RunEnds")
    public record Ends(int finished, int stopped, int failed) {}

    static HourlyTotalsResponse of(Totals totals) {
        return new HourlyTotalsResponse(
                totals.from(), totals.until(), totals.hours().stream().map(Hour::of).toList());
    }
}
