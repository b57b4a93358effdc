package io.connections.application.visitor;

import io.connections.domain.kernel.Unavailable;

/// What the tag sent could not be kept for now.
public final class CollectorBusy extends Unavailable {
    public CollectorBusy() {
        super("This could not be kept at this moment. Send it again in some seconds.");
    }

    @Override
    public String code() {
        return "collector-busy";
    }
}
