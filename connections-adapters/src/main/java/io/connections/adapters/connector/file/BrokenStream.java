package io.connections.adapters.connector.file;

import io.connections.application.run.port.RecordSource.SourceBroken;
import java.io.IOException;

/// Carries a [SourceBroken] through the streams laid over the one that found it.
final class BrokenStream extends IOException {
    private final transient SourceBroken broken;

    BrokenStream(SourceBroken broken) {
        super(broken.getMessage(), broken);
        this.broken = broken;
    }

    BrokenStream(String code, String message, String remedy) {
        this(new SourceBroken(code, message, remedy));
    }

    SourceBroken broken() {
        return broken;
    }
}
