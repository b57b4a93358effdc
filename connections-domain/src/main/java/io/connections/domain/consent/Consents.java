package io.connections.domain.consent;

import io.connections.domain.consent.ConsentStatement.Answer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a person said last about each objective. Granting and refusing exclude each other: there is
/// one statement at most about each.
public final class Consents {
    public static final Consents NONE = new Consents(Map.of());

    private final Map<ObjectiveId, ConsentStatement> statements;

    private Consents(Map<ObjectiveId, ConsentStatement> statements) {
        this.statements = statements;
    }

    /// @param statements in any order
    public static Consents of(Collection<ConsentStatement> statements) {
        return NONE.after(statements);
    }

    /// With what was said besides, in any order; the same object when that changes nothing.
    public Consents after(Collection<ConsentStatement> others) {
        return hear(others).now();
    }

    /// The same, and which statements do not count (any more).
    public Heard hear(Collection<ConsentStatement> others) {
        if (others.isEmpty()) {
            return new Heard(this, List.of());
        }
        Map<ObjectiveId, ConsentStatement> merged = new HashMap<>(statements);
        List<ConsentStatement> past = new ArrayList<>();
        boolean changed = false;
        for (ConsentStatement other : others) {
            ConsentStatement had = merged.get(other.objective());
            if (had == null || had.isOverruledBy(other)) {
                merged.put(other.objective(), other);
                changed = true;
                if (had != null) {
                    past.add(had);
                }
            } else if (!had.repeats(other)) {
                past.add(other);
            }
        }
        return new Heard(changed ? new Consents(merged) : this, past);
    }

    /// @param now the same object when nothing changes
    /// @param past those that were overruled, and those that came too late; both are evidence
    public record Heard(Consents now, List<ConsentStatement> past) {
        public Heard {
            past = List.copyOf(past);
        }
    }

    public Optional<ConsentStatement> about(ObjectiveId objective) {
        return Optional.ofNullable(statements.get(objective));
    }

    public Collection<ConsentStatement> all() {
        return statements.values();
    }

    /// Whether this is what the person said last about it.
    public boolean say(Answer answer, ObjectiveId objective) {
        ConsentStatement statement = statements.get(objective);
        return statement != null && statement.answer() == answer;
    }

    /// What is refused by another statement than before, also where it was refused already: nobody
    /// may have proven then who it was, and values may have come since.
    public Set<ObjectiveId> refusedSince(Consents before) {
        if (equals(before)) {
            return Set.of();
        }
        return statements.keySet().stream()
                .filter(each -> say(Answer.REFUSED, each))
                .filter(each -> !about(each).equals(before.about(each)))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Consents consents && consents.statements.equals(statements);
    }

    @Override
    public int hashCode() {
        return statements.hashCode();
    }

    @Override
    public String toString() {
        return statements.values().toString();
    }
}
