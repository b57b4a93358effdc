package io.connections.application.profile.port;

import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.PropertyId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Profiles of people who refused an objective that cleans up. Each is put here by whatever writes
/// the refusal, in the same transaction. Called inside a
/// [io.connections.application.kernel.port.UnitOfWork].
public interface CleanUpQueue {
    /// Those whose time has come; whoever else takes at the same time gets others. They leave the
    /// queue with this unit of work, and until then nobody else changes them.
    ///
    /// @param most refusals
    Uni<List<Due>> take(Instant now, int most);

    /// Puts it back for later.
    Uni<Void> postpone(Due due, Instant until);

    /// Of all connections those that are linked to one of the objectives, and those that need a
    /// property that one of these needs.
    Uni<List<Need>> needs(Set<ObjectiveId> objectives);

    /// Takes the values away, from what is remembered of former changes too, and remembers that.
    Uni<Void> clear(List<Clearing> clearings);

    /// @param withdrawn objectives that the person refused
    record Due(Profile profile, Set<ObjectiveId> withdrawn) {
        public Due {
            withdrawn = Set.copyOf(withdrawn);
        }
    }

    /// @param objectives that a connection is linked to
    /// @param properties that its goals read or write
    record Need(Set<ObjectiveId> objectives, Set<PropertyId> properties) {
        public Need {
            objectives = Set.copyOf(objectives);
            properties = Set.copyOf(properties);
        }
    }

    /// @param properties by number, at least one
    /// @param refused names of what was refused, for a person
    record Clearing(ProfileId profile, Set<Integer> properties, String refused) {
        public Clearing {
            properties = Set.copyOf(properties);
        }
    }
}
