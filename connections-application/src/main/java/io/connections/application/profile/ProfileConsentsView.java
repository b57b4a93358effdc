package io.connections.application.profile;

import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.Regime;
import io.connections.domain.consent.Zone;
import io.connections.domain.kernel.Version;
import io.connections.domain.profile.ProfileId;
import java.util.List;
import java.util.Optional;

/// What a person said to which objective, with what proves it.
///
/// @param privacy as it is stored
/// @param counted the zone that decides; absent where what is stored cannot be read
/// @param current by the objective's name
/// @param past what counts no more, the latest first
public record ProfileConsentsView(
        ProfileId id,
        Version version,
        ConsentGate.Subject privacy,
        Optional<Counted> counted,
        List<Said> current,
        List<Said> past) {
    public ProfileConsentsView {
        current = List.copyOf(current);
        past = List.copyOf(past);
    }

    /// @param regime what holds in the zone for whoever has said nothing
    public record Counted(Zone zone, Regime regime) {}

    /// @param objectiveName absent: the objective is deleted
    /// @param evidence absent: it is no longer known
    public record Said(
            ConsentStatement statement,
            Optional<String> objectiveName,
            Optional<Evidence> evidence) {}
}
