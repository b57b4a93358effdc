package io.connections.domain.goal;

import io.connections.domain.profile.ProfileProperty;
import java.util.Collection;
import java.util.List;

/// An import goal made ready to run: properties found, processors prepared. Immutable, may be
/// shared between threads.
public final class ImportPlan {
    private ImportPlan() {}

    /// @throws GoalIncomplete with every problem of the goal
    public static ImportPlan of(ImportGoal goal, Collection<ProfileProperty> properties) {
        return Pending.body();
    }

    /// Processors, types and bad values of one record, numbered as its source numbers it.
    public MappedRecord map(InputRecord record) {
        return map(record.number(), record);
    }

    /// @param number the record's place within the goal's whole source, where `record` counts only
    ///     within its part
    public MappedRecord map(long number, InputRecord record) {
        return Pending.body();
    }

    /// Whether records may be spread over several lanes by their identifier without one customer's
    /// records overtaking each other.
    public boolean mayRunInLanes() {
        return Pending.body();
    }

    /// What chooses the record's lane: its normalised identifier. Records that will not be matched
    /// have "". Cheaper than [#map], because it looks at one row only. Meaningful only where
    /// [#mayRunInLanes].
    public String laneKey(InputRecord record) {
        return Pending.body();
    }

    /// The fields that the mapping reads, each once.
    public List<String> fields() {
        return Pending.body();
    }
}
