package io.connections.application.profile.port;

import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyType;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/// The properties that profiles can have: few, so they are always listed whole. Called inside a
/// [io.connections.application.kernel.port.UnitOfWork].
public interface PropertyRepository {
    /// In the order in which they were made.
    Uni<List<ProfileProperty>> list();

    /// Upper and lower case count as the same.
    Uni<Optional<ProfileProperty>> find(PropertyId id);

    /// Gives each the next number, in their order; a number is never given twice. Fails with
    /// [io.connections.domain.profile.PropertyIdTaken], and then adds none.
    ///
    /// @param properties of different ids
    Uni<List<ProfileProperty>> add(List<NewProperty> properties);

    /// Name, choices and PII; the rest never changes.
    Uni<Void> save(ProfileProperty property);

    /// Values and identifiers that profiles have of it are removed soon after, in pieces: there may
    /// be millions. Nobody sees them meanwhile.
    Uni<Void> delete(ProfileProperty property);

    record NewProperty(
            PropertyId id, String name, PropertyType type, boolean identifier, boolean pii) {}
}
