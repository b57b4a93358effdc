package io.connections.application.consent;

import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.kernel.Version;
import java.time.Instant;

/// An objective as it was saved last.
///
/// @param createdBy the name of whoever made it
/// @param modifiedBy the name of whoever saved it last
public record SavedObjective(
        Objective objective,
        Version version,
        Instant createdAt,
        String createdBy,
        Instant modifiedAt,
        String modifiedBy) {
    public static SavedObjective first(Objective objective, Instant at, String by) {
        return new SavedObjective(objective, Version.FIRST, at, by, at, by);
    }

    public SavedObjective next(Objective changed, Instant at, String by) {
        return new SavedObjective(changed, version.next(), createdAt, createdBy, at, by);
    }

    public ObjectiveId id() {
        return objective.id();
    }
}
