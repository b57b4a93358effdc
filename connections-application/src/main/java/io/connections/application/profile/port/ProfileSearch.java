package io.connections.application.profile.port;

import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.profile.Origin;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/// Looks profiles up. Called outside a unit of work: each answer is one statement.
public interface ProfileSearch {
    /// Profiles that have any of the identifiers, each once.
    Uni<List<Profile>> withAnyOf(List<Identifier> identifiers);

    /// The last made first.
    Uni<Page<Profile>> lastCreated(PageRequest page);

    /// Where the values of a profile come from, by property number: the last change of that
    /// property, or else what made the profile.
    Uni<Origins> origins(ProfileId id);

    /// @param creation of everything that was never changed since
    record Origins(Map<Integer, Origin> lastChanges, Origin creation) {
        public Origins {
            lastChanges = Map.copyOf(lastChanges);
        }

        public Origin of(int property) {
            return lastChanges.getOrDefault(property, creation);
        }
    }
}
