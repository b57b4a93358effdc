package io.connections.application.personal;

import io.connections.domain.kernel.Conflict;

/// Another view of the actor has this name.
public final class ViewNameTaken extends Conflict {
    public ViewNameTaken() {
        super("You have another view of this name. Choose another name, or overwrite that one.");
    }

    @Override
    public String code() {
        return "view-name-taken";
    }
}
