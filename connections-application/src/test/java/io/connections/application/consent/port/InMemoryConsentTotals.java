package io.connections.application.consent.port;

import io.connections.domain.consent.ObjectiveId;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;

/// Counts what it is told.
public final class InMemoryConsentTotals implements ConsentTotals {
    private final Map<ObjectiveId, Answers> answers = new HashMap<>();
    private long profiles;

    /// So many profiles more answered so.
    public void count(ObjectiveId objective, long granted, long refused) {
        answers.merge(
                objective,
                new Answers(granted, refused),
                (had, more) ->
                        new Answers(
                                had.granted() + more.granted(), had.refused() + more.refused()));
    }

    public void addProfiles(int amount) {
        profiles += amount;
    }

    @Override
    public Uni<Totals> all() {
        return Uni.createFrom().item(() -> new Totals(answers, new Profiles(profiles, false)));
    }
}
