package io.connections.api.connection;

import io.connections.application.inpage.GetPageActivity;
import io.connections.application.inpage.PageTally;
import io.connections.domain.consent.ConsentGate.Verdict;
import io.connections.domain.consent.ConsentGate.Verdict.Rule;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.goal.Counts;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What an in-page connection did of late.
///
/// @param from the first day that is looked at
/// @param to the last one, today
@Schema(name = "PageActivity")
public record PageActivityResponse(LocalDate from, LocalDate to, List<Day> days) {
    static PageActivityResponse of(GetPageActivity.Activity activity) {
        return new PageActivityResponse(
                activity.from(),
                activity.to(),
                activity.days().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> Day.of(each.getKey(), each.getValue()))
                        .toList());
    }

    /// @param created profiles that were made of what a page said
    /// @param updated profiles that changed by it
    /// @param unchanged how often a page said what was known
    /// @param heldBack how often consent did not cover it, before or after a page was read; why is
    ///     in `reasons`
    /// @param withoutMatch how often somebody had no profile, and was to get none
    /// @param filtered how often a filter of the mapping did not want it
    /// @param rejected how often what a page said did not fit
    /// @param shown how often a page was shown what a profile says
    @Schema(name = "PageActivityDay")
    public record Day(
            LocalDate day,
            long created,
            long updated,
            long unchanged,
            long heldBack,
            long withoutMatch,
            long filtered,
            long rejected,
            long shown,
            List<Reason> reasons) {
        static Day of(LocalDate day, PageTally tally) {
            Counts counts = tally.counts();
            return new Day(
                    day,
                    counts.created(),
                    counts.updated(),
                    counts.unchanged(),
                    tally.heldBack().values().stream().mapToLong(times -> times).sum(),
                    counts.skippedWithoutMatch(),
                    counts.filtered(),
                    counts.rejected(),
                    tally.shown(),
                    tally.heldBack().entrySet().stream()
                            .sorted(
                                    Map.Entry.<Verdict.HeldBack, Long>comparingByValue(
                                                    Comparator.reverseOrder())
                                            .thenComparing(each -> each.getKey().reason()))
                            .map(each -> Reason.of(each.getKey(), each.getValue()))
                            .toList());
        }
    }

    /// @param objectives ids of those that kept profiles from being processed
    /// @param reason in a person's words
    @Schema(name = "PageActivityReason")
    public record Reason(Rule rule, List<String> objectives, String reason, long times) {
        static Reason of(Verdict.HeldBack verdict, long times) {
            return new Reason(
                    verdict.rule(),
                    verdict.objectives().stream().map(ObjectiveId::value).toList(),
                    verdict.reason(),
                    times);
        }
    }
}
