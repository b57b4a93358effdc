package io.connections.application.consent;

import io.connections.domain.kernel.Stale;

/// Somebody saved the objective since the version that this change was made from.
public final class ObjectiveChanged extends Stale {
    private final transient ObjectiveView current;

    ObjectiveChanged(ObjectiveView current) {
        super(
                "%s saved this objective meanwhile. Look at what changed, then save again."
                        .formatted(current.saved().modifiedBy()));
        this.current = current;
    }

    /// What stands now.
    public ObjectiveView current() {
        return current;
    }

    @Override
    public String code() {
        return "objective-changed";
    }
}
