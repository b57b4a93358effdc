package io.connections.application.overview.port;

import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.overview.ConnectionFilter;
import io.connections.application.overview.ConnectionFilter.Kind;
import io.connections.application.overview.ConnectionSort;
import io.connections.application.overview.OverviewRow;
import io.connections.domain.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/// Reads the list of all connections. Called outside a unit of work; what each answer costs grows
/// with connections, never with runs.
public interface ConnectionReadings {
    /// A page holds nothing that the page before held, and skips nothing that was there all the
    /// time, whatever changes between the two.
    ///
    /// @param user whose stars count
    /// @param skip leaves out so many before the page begins; only without a cursor
    Uni<Page<OverviewRow>> list(
            ConnectionFilter filter, ConnectionSort sort, String user, PageRequest page, int skip);

    /// Its row, or nothing when there is no such connection.
    Uni<Optional<OverviewRow>> find(ConnectionId connection, String user);

    /// How many other connections have its name; upper and lower case and accents do not count.
    Uni<Integer> namesakes(ConnectionId connection);

    Uni<Integer> count(ConnectionFilter filter, String user);

    /// By name. `limit` is the most that are wanted.
    Uni<List<ConnectionId>> ids(ConnectionFilter filter, String user, int limit);

    /// How many there are of each value, the most frequent first; what the filter says of this kind
    /// itself is left aside. At most `limit` values.
    Uni<List<Counted>> counts(Kind kind, ConnectionFilter filter, String user, int limit);

    /// @param value as the filter takes it
    /// @param name for people
    record Counted(String value, String name, int count) {}
}
