package io.connections.application.label;

import io.connections.domain.kernel.Conflict;
import io.connections.domain.label.Label;

/// Another label has the name already; the two can be merged.
public final class LabelNameTaken extends Conflict {
    private final transient Label taken;

    public LabelNameTaken(Label taken) {
        super(
                "There is a label '%s' already (upper and lower case count as the same). Merge the two, or choose another name."
                        .formatted(taken.name().value()));
        this.taken = taken;
    }

    /// The label that has the name.
    public Label taken() {
        return taken;
    }

    @Override
    public String code() {
        return "label-name-taken";
    }
}
