package io.connections.api.problem;

import io.connections.domain.kernel.Violation;
import java.util.List;

/// The request is refused as HTTP, before any use case saw it.
public final class RequestRefused extends RuntimeException {
    private final ProblemType type;
    private final transient List<Violation> violations;

    public RequestRefused(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public RequestRefused(ProblemType type, String detail, List<Violation> violations) {
        super(detail, null, false, false);
        this.type = type;
        this.violations = List.copyOf(violations);
    }

    ProblemType type() {
        return type;
    }

    List<Violation> violations() {
        return violations;
    }
}
