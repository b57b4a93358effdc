package io.connections.application.run.request;

import io.connections.domain.kernel.NotFound;

public final class RunNotFound extends NotFound {
    public RunNotFound() {
        super("There is no such run.");
    }

    @Override
    public String code() {
        return "run-not-found";
    }
}
