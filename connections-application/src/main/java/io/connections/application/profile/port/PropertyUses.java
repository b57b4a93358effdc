package io.connections.application.profile.port;

import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.ProfilesWithValues;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyInUse;
import io.smallrye.mutiny.Uni;
import java.util.List;

/// Knows which connections need a property, and how many profiles have it. Called inside a
/// [io.connections.application.kernel.port.UnitOfWork].
public interface PropertyUses {
    /// From here to the end of the unit of work no property is deleted; waits for who is about to.
    /// Any number may use at a time.
    Uni<Void> use();

    /// From here to the end of the unit of work nobody saves a goal, edits a profile or queues
    /// a run; waits for those who are about to.
    Uni<Void> hold();

    /// Connections with a goal that maps the property or matches by it, by name.
    Uni<List<PropertyInUse.Use>> of(PropertyId id);

    /// Connections with a queued or running run that needs the property, by name; in the version
    /// that the run was made for, whatever the connection says by now.
    Uni<List<PropertyInUse.Use>> ofActiveRuns(PropertyId id);

    /// Profiles that have values of the property, counted in a time that does not grow with their
    /// number.
    Uni<ProfilesWithValues> inProfiles(ProfileProperty property);
}
