package io.connections.application.personal;

import io.connections.domain.kernel.NotFound;

/// The actor has no such view.
public final class ViewNotFound extends NotFound {
    public ViewNotFound() {
        super("There is no such view of yours. It may have been deleted.");
    }

    @Override
    public String code() {
        return "view-not-found";
    }
}
