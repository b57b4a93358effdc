package io.connections.application.inpage;

import io.connections.domain.consent.ConsentGate.Verdict;
import io.connections.domain.goal.Counts;
import java.util.HashMap;
import java.util.Map;

/// What an in-page connection did.
///
/// @param counts of what pages said; those that were held back before anything was read are not
///     among them
/// @param heldBack how often somebody was, by reason
/// @param shown how often a page was shown what a profile says
public record PageTally(Counts counts, Map<Verdict.HeldBack, Long> heldBack, long shown) {
    public static final PageTally NOTHING = new PageTally(Counts.NONE, Map.of(), 0);

    public PageTally {
        heldBack = Map.copyOf(heldBack);
    }

    public static PageTally heldBack(Verdict.HeldBack verdict) {
        return new PageTally(Counts.NONE, Map.of(verdict, 1L), 0);
    }

    public static PageTally ofShown() {
        return new PageTally(Counts.NONE, Map.of(), 1);
    }

    public PageTally plus(PageTally other) {
        Map<Verdict.HeldBack, Long> both = new HashMap<>(heldBack);
        other.heldBack.forEach((verdict, times) -> both.merge(verdict, times, Long::sum));
        return new PageTally(counts.plus(other.counts), both, shown + other.shown);
    }
}
