package io.connections.application.personal.port;

import io.connections.domain.personal.Preference;
import io.smallrye.mutiny.Uni;

/// Keeps what people prefer, by person and key. Called inside a
/// [io.connections.application.kernel.port.UnitOfWork].
public interface PreferenceRepository {
    /// Without values where nothing was ever kept.
    Uni<Preference> get(String user, String key);

    Uni<Void> put(String user, Preference preference);

    /// How many the user has.
    Uni<Integer> count(String user);
}
