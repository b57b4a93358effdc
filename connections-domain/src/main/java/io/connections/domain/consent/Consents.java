package io.connections.domain.consent;

import io.connections.domain.consent.ConsentStatement.Answer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

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
        Map<ObjectiveId, ConsentStatement> merged = new HashMap<>(statements);
        for (ConsentStatement other : others) {
            merged.merge(
                    other.objective(), other, (had, now) -> had.isOverruledBy(now) ? now : had);
        }
        return merged.equals(statements) ? this : new Consents(merged);
    }

    public Optional<ConsentStatement> about(ObjectiveId objective) {
        return Optional.ofNullable(statements.get(objective));
    }

    public Collection<ConsentStatement> all() {
        return statements.values();
    }

    boolean have(Answer answer, ObjectiveId objective) {
        ConsentStatement statement = statements.get(objective);
        return statement != null && statement.answer() == answer;
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
