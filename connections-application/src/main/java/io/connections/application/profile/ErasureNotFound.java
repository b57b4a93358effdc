package io.connections.application.profile;

import io.connections.domain.kernel.NotFound;

public final class ErasureNotFound extends NotFound {
    public ErasureNotFound() {
        super("There is no such erasure.");
    }

    @Override
    public String code() {
        return "erasure-not-found";
    }
}
