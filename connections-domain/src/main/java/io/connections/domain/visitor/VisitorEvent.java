package io.connections.domain.visitor;

import io.connections.domain.channel.ChannelId;
import io.connections.domain.channel.PageAddress;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.Zone;
import io.connections.domain.profile.Identifier;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Something that happened on a channel's page.
///
/// @param at when, by our clock
/// @param receivedAt when we were told
/// @param zone where the visitor is, as the site knows it; absent: it does not
public record VisitorEvent(
        ChannelId channel,
        VisitorId visitor,
        EventId id,
        Instant at,
        Instant receivedAt,
        Optional<Zone> zone,
        PageAddress page,
        What what) {

    public sealed interface What {}

    /// @param title of the page, perhaps empty
    /// @param referrer whence the visitor came, perhaps empty
    public record PageViewed(String title, String referrer) implements What {
        public static final int MAX_TITLE = 500;
        public static final int MAX_REFERRER = 2_000;
    }

    /// @param properties by name, as texts like the values of profiles' properties
    public record Happened(String name, Map<String, List<String>> properties) implements What {
        public static final int MAX_NAME = 200;
        public static final int MAX_PROPERTIES = 50;
        public static final int MAX_VALUES = 1_000;
        public static final int MAX_VALUE = 2_000;

        public Happened {
            Map<String, List<String>> copy = new LinkedHashMap<>();
            properties.forEach((property, values) -> copy.put(property, List.copyOf(values)));
            properties = Collections.unmodifiableMap(copy);
        }
    }

    /// What a page's variables said.
    ///
    /// @param connection that asked for them
    /// @param person whose page it was, proven when it was told; whoever is named at the browser by
    ///     now
    /// @param values by variable
    public record VariablesRead(
            ConnectionId connection, List<Identifier> person, Map<String, List<String>> values)
            implements What {
        public static final int MAX_VARIABLES = 200;

        public VariablesRead {
            person = List.copyOf(person);
            Map<String, List<String>> copy = new LinkedHashMap<>();
            values.forEach((variable, all) -> copy.put(variable, List.copyOf(all)));
            values = Collections.unmodifiableMap(copy);
        }
    }

    /// @param proven by somebody who has the channel's key; else the browser claims it
    public record Identified(List<Identifier> identifiers, boolean proven) implements What {
        public static final int MAX_IDENTIFIERS = 20;

        public Identified {
            identifiers = List.copyOf(identifiers);
        }
    }

    /// @param shown what the visitor was shown, of some of them
    public record Consented(
            Set<ObjectiveId> granted, Set<ObjectiveId> refused, Map<ObjectiveId, String> shown)
            implements What {
        public static final int MAX_OBJECTIVES = 200;
        public static final int MAX_SHOWN = 5_000;

        public Consented {
            granted = Set.copyOf(granted);
            refused = Set.copyOf(refused);
            shown = Map.copyOf(shown);
        }
    }
}
