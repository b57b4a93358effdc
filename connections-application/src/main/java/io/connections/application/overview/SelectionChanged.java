package io.connections.application.overview;

import io.connections.domain.kernel.Conflict;

/// Meanwhile the filter finds other connections than the person saw who chose them all.
public final class SelectionChanged extends Conflict {
    private final int total;

    public SelectionChanged(int expected, int total) {
        super(
                "The filter found %,d connections when they were chosen, and finds %,d now. Look at the list again, then repeat."
                        .formatted(expected, total));
        this.total = total;
    }

    public int total() {
        return total;
    }

    @Override
    public String code() {
        return "selection-changed";
    }
}
