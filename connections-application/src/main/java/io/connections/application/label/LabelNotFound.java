package io.connections.application.label;

import io.connections.domain.kernel.NotFound;

/// There is no such label: it was deleted or merged into another, or never was.
public final class LabelNotFound extends NotFound {
    public LabelNotFound() {
        super("There is no such label. It may have been deleted, or merged into another.");
    }

    @Override
    public String code() {
        return "label-not-found";
    }
}
