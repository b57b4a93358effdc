package io.connections.domain.audit;

import io.connections.domain.access.Actor;
import java.util.ArrayList;
import java.util.List;

/// Something that somebody did. When is known by whoever records it.
public record AuditEvent(Actor by, Action action, Subject subject, List<Change> changes) {
    public static final int MAX_CHANGES = 200;

    public AuditEvent {
        changes = atMost(changes);
    }

    public static AuditEvent of(Actor by, Action action, Subject subject, Change... changes) {
        return new AuditEvent(by, action, subject, List.of(changes));
    }

    private static List<Change> atMost(List<Change> changes) {
        if (changes.size() <= MAX_CHANGES) {
            return List.copyOf(changes);
        }
        List<Change> cut = new ArrayList<>(changes.subList(0, MAX_CHANGES - 1));
        int left = changes.size() - cut.size();
        cut.add(Change.of("More", "", left + " more changes"));
        return List.copyOf(cut);
    }
}
