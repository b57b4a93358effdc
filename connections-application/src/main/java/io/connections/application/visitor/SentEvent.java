package io.connections.application.visitor;

import io.connections.domain.connection.ConnectionId;
import io.connections.domain.visitor.EventId;
import io.connections.domain.visitor.VisitorEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One event as the tag sent it, read but not yet believed.
public sealed interface SentEvent {
    /// @param reason in words for whoever builds the site
    record Unreadable(String reason) implements SentEvent {}

    /// @param at by the browser's clock
    record Read(EventId id, Instant at, String url, Said said) implements SentEvent {}

    sealed interface Said {}

    /// What needs no more looking at.
    record Plain(VisitorEvent.What what) implements Said {}

    /// @param identifiers by the id of their property
    record Identity(Map<String, String> identifiers, Optional<String> proof) implements Said {
        public Identity {
            identifiers = Map.copyOf(identifiers);
        }
    }

    /// @param identity whose page it was
    /// @param values by variable
    record Variables(ConnectionId connection, Identity identity, Map<String, List<String>> values)
            implements Said {
        public Variables {
            values = Map.copyOf(values);
        }
    }

    /// @param granted ids of objectives
    /// @param shown what the visitor was shown, by the id of an objective
    record Consent(List<String> granted, List<String> refused, Map<String, String> shown)
            implements Said {
        public Consent {
            granted = List.copyOf(granted);
            refused = List.copyOf(refused);
            shown = Map.copyOf(shown);
        }
    }
}
