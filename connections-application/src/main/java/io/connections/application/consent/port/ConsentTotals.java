package io.connections.application.consent.port;

import io.connections.domain.consent.ObjectiveId;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/// How many profiles consented to each objective and refused it. Called inside a
/// [io.connections.application.kernel.port.UnitOfWork].
public interface ConsentTotals {
    /// Of all objectives at once.
    Uni<Totals> all();

    /// @param answers of those about which anybody said anything
    record Totals(Map<ObjectiveId, Answers> answers, Profiles profiles) {
        public Totals {
            answers = Map.copyOf(answers);
        }
    }

    record Answers(long granted, long refused) {
        public static final Answers NONE = new Answers(0, 0);
    }

    /// @param estimated because counting would read each of them
    record Profiles(long amount, boolean estimated) {}
}
