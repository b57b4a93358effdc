package io.connections.domain.consent;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Where a person is, as far as the law goes, and what the person said.
public record PrivacyState(Zone zone, Consents consents) implements ConsentGate.Subject {
    /// Of a profile about which nothing is known yet.
    public static final PrivacyState UNKNOWN = new PrivacyState(Zone.REST_OF_WORLD, Consents.NONE);

    /// With what was said besides, in any order.
    ///
    /// @param said in which zone the person is; absent: as it is
    public Heard hear(Optional<Zone> said, Collection<ConsentStatement> statements) {
        Consents.Heard heard = consents.hear(statements);
        PrivacyState now = new PrivacyState(said.orElse(zone), heard.now());
        return new Heard(now.equals(this) ? this : now, heard.past());
    }

    /// @param now the same object when nothing changes
    /// @param past statements that count no more, or came too late to count
    public record Heard(PrivacyState now, List<ConsentStatement> past) {
        public Heard {
            past = List.copyOf(past);
        }
    }
}
