package io.connections.application.kernel;

import io.connections.domain.kernel.Unavailable;
import java.time.Duration;

/// The other system took longer than anybody wants to wait.
public final class OtherSystemTooSlow extends Unavailable {
    public OtherSystemTooSlow(Duration limit) {
        super(
                "The other system has not answered within %d seconds. Try again; if it stays so, ask"
                                .formatted(limit.toSeconds())
                        + " its operator.");
    }

    @Override
    public String code() {
        return "other-system-too-slow";
    }
}
