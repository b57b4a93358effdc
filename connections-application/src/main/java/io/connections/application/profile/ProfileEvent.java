package io.connections.application.profile;

import io.connections.domain.connection.ConnectionId;
import io.connections.domain.run.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Something that a run, a person or a program did to a profile, or that a run did not do.
///
/// @param before what stood in the properties that changed, by property number; an empty list where
///     nothing stood. Empty as well where only consent changed, and where it was forgotten since
public record ProfileEvent(Instant at, Kind kind, By by, Map<Integer, List<String>> before) {
    public ProfileEvent {
        before = Map.copyOf(before);
    }

    public enum Kind {
        CREATED,
        UPDATED,
        /// A record met the profile and found it as it wants it.
        UNCHANGED,
        /// The consent gate held the profile back.
        HELD_BACK,
        /// The person refused what alone justified the values. It is known which those were, not
        /// what they said.
        CLEARED,
        ERASED
    }

    public sealed interface By {
        /// A record of a run.
        ///
        /// @param number of the run, from 1 within its connection
        /// @param goal its name when the run was made
        /// @param record from 1 within the goal, across its files
        record ARun(
                RunId run,
                int number,
                ConnectionId connection,
                String connectionName,
                String goal,
                long record)
                implements By {}

        /// A connection that the website tag runs.
        ///
        /// @param connectionName as it was then
        record OnPage(ConnectionId connection, String connectionName) implements By {}

        /// A person or a program that called the API.
        record SomeoneNamed(String name) implements By {}

        /// The ledger no longer says.
        record Unknown() implements By {}
    }
}
