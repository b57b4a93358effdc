package io.connections.application.run.request;

import io.connections.domain.kernel.Conflict;
import io.connections.domain.kernel.Violation;
import java.util.List;

/// Something is missing without which the connection cannot run; each violation points at the place
/// in the connection.
public final class ConnectionIncomplete extends Conflict {
    private final transient List<Violation> violations;

    public ConnectionIncomplete(List<Violation> violations) {
        super("This connection is not complete yet. Mend what is marked, save, then run it.");
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }

    @Override
    public String code() {
        return "connection-incomplete";
    }
}
