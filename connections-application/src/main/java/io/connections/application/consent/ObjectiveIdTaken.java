package io.connections.application.consent;

import io.connections.application.consent.port.ObjectiveRepository.TakenId;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.kernel.Conflict;

/// There is an objective of this id, or was. Ids that differ in case alone would be taken for one
/// another by whoever sends consent.
public final class ObjectiveIdTaken extends Conflict {
    private final boolean deleted;

    ObjectiveIdTaken(TakenId taken) {
        super(taken.deleted() ? spent(taken) : there(taken));
        this.deleted = taken.deleted();
    }

    private static String there(TakenId taken) {
        return "There is an objective '%s' already (upper and lower case count as the same here). Use it, or choose another id."
                .formatted(taken.id().value());
    }

    private static String spent(TakenId taken) {
        return "The id '%s' was that of the objective '%s', which is deleted. What people said about it must not come to count for another purpose, so the id is never used again. Choose another one, such as '%s'."
                .formatted(taken.id().value(), taken.name(), another(taken.id()));
    }

    private static String another(ObjectiveId id) {
        String text = id.value();
        return text.substring(0, Math.min(text.length(), ObjectiveId.MAX_LENGTH - 2)) + "-2";
    }

    /// Whether the one that has the id is deleted.
    public boolean deleted() {
        return deleted;
    }

    @Override
    public String code() {
        return "objective-id-taken";
    }
}
