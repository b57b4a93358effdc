package io.connections.application.consent;

import io.connections.application.consent.port.ConsentTotals.Answers;
import io.connections.application.consent.port.ConsentTotals.Totals;
import io.connections.domain.consent.ObjectiveId;

/// How many profiles consented to an objective, refused it, and said nothing about it.
///
/// @param estimated whether `unknown` rests on an estimate of how many profiles there are; the
///     others are counted
public record ConsentShares(long granted, long refused, long unknown, boolean estimated) {
    static ConsentShares of(ObjectiveId id, Totals totals) {
        Answers answers = totals.answers().getOrDefault(id, Answers.NONE);
        long granted = Math.max(0, answers.granted());
        long refused = Math.max(0, answers.refused());
        return new ConsentShares(
                granted,
                refused,
                Math.max(0, totals.profiles().amount() - granted - refused),
                totals.profiles().estimated());
    }
}
