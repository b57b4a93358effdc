package io.connections.application.visitor;

import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.consent.Zone;
import io.connections.domain.profile.Identifier;
import io.connections.domain.visitor.Identity;
import io.connections.domain.visitor.Visitor;
import io.connections.domain.visitor.VisitorEvent;
import io.connections.domain.visitor.VisitorEvent.VariablesRead;
import java.util.List;
import java.util.Optional;

/// What a page said, and who looked at it just then.
///
/// @param number in the order in which it was kept
/// @param visitor as they were when it was said
record PageRead(long number, Visitor visitor, VisitorEvent event, VariablesRead said) {
    /// Who it provably was; nobody where nothing was proven.
    List<Identifier> proven() {
        return visitor.identities().values().stream()
                .filter(Identity::proven)
                .map(Identity::identifier)
                .toList();
    }

    PrivacyState privacy() {
        return visitor.privacy();
    }

    Optional<Zone> zone() {
        return visitor.zoneSaidAt().map(_ -> visitor.privacy().zone());
    }

    /// What was said at the browser and holds for the person.
    List<ConsentStatement> reaching() {
        return visitor.identities().values().stream()
                .flatMap(identity -> visitor.reaching(identity).stream())
                .distinct()
                .toList();
    }
}
