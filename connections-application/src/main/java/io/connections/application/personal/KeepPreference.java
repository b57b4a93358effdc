package io.connections.application.personal;

import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.personal.port.PreferenceRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.kernel.Violation;
import io.connections.domain.personal.Preference;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// Remembers how the actor likes one thing, on whichever machine they sign in next.
@Singleton
public final class KeepPreference {
    public record Command(Preference preference, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final PreferenceRepository preferences;

    KeepPreference(UnitOfWork unitOfWork, PreferenceRepository preferences) {
        this.unitOfWork = unitOfWork;
        this.preferences = preferences;
    }

    /// Fails with [TooManyKept].
    public Uni<Preference> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.CONNECTIONS_READ);
                    List<Violation> violations = command.preference().violations();
                    if (!violations.isEmpty()) {
                        throw new RequestInvalid(violations);
                    }
                    String user = command.actor().id();
                    return preferences
                            .put(user, command.preference())
                            .chain(() -> preferences.count(user))
                            .invoke(
                                    count -> {
                                        if (count > Preference.MOST_KEYS) {
                                            throw new TooManyKept();
                                        }
                                    })
                            .replaceWith(command.preference());
                });
    }
}
