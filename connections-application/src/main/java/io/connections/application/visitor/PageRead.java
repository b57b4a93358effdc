package io.connections.application.visitor;

import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.consent.Zone;
import io.connections.domain.profile.Identifier;
import io.connections.domain.visitor.Visitor;
import io.connections.domain.visitor.VisitorEvent;
import io.connections.domain.visitor.VisitorEvent.VariablesRead;
import java.util.List;
import java.util.Optional;

/// What a page said of somebody.
///
/// @param number in the order in which it was kept
/// @param visitor as they were when it was said
record PageRead(long number, Visitor visitor, VisitorEvent event, VariablesRead said) {
    List<Identifier> person() {
        return said.person();
    }

    /// @param refused since then, or at other browsers of the person: it holds already
    PrivacyState privacy(List<ConsentStatement> refused) {
        return visitor.privacyOf(person()).hear(Optional.empty(), refused).now();
    }

    /// As the site knows it; absent: it does not.
    Optional<Zone> zone() {
        return visitor.zoneSaidAt().map(_ -> visitor.privacy().zone());
    }
}
