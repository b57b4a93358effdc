package io.connections.domain.consent;

import java.util.Collection;
import java.util.List;

/// What consent is judged by: the law of each zone, and what people are asked for.
///
/// @param objectives all that there are
public record ConsentRules(PrivacySettings settings, List<Objective> objectives) {
    public ConsentRules {
        objectives = List.copyOf(objectives);
    }

    /// @param linked the objectives of a connection
    public ConsentGate gate(Collection<ObjectiveId> linked) {
        return ConsentGate.of(settings, linked, objectives);
    }
}
