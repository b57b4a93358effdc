package io.connections.domain.consent;

import io.connections.domain.consent.ConsentStatement.Answer;
import java.util.LinkedHashMap;
import java.util.Map;

/// By how much the numbers of profiles that consented and refused change.
public final class ConsentTally {
    private final Map<ObjectiveId, Shift> shifts = new LinkedHashMap<>();

    /// Of one profile; a new one had [Consents#NONE], one that goes has it afterwards.
    public ConsentTally moved(Consents before, Consents after) {
        if (!before.equals(after)) {
            before.all().forEach(statement -> count(statement, -1));
            after.all().forEach(statement -> count(statement, 1));
        }
        return this;
    }

    private void count(ConsentStatement statement, int by) {
        Shift shift = statement.answer() == Answer.GRANTED ? new Shift(by, 0) : new Shift(0, by);
        shifts.merge(
                statement.objective(),
                shift,
                (had, more) ->
                        new Shift(had.granted() + more.granted(), had.refused() + more.refused()));
    }

    /// Those that are not zero.
    public Map<ObjectiveId, Shift> shifts() {
        Map<ObjectiveId, Shift> real = new LinkedHashMap<>(shifts);
        real.values().removeIf(shift -> shift.granted() == 0 && shift.refused() == 0);
        return real;
    }

    public record Shift(long granted, long refused) {}
}
