package io.connections.application.overview;

import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.overview.port.ConnectionReadings;
import io.connections.application.run.request.RunSummary;
import io.connections.application.run.request.port.RunReadings;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/// The Connections page: three short statements, however many connections there are; two more where
/// objectives or channels are asked for.
@Singleton
public final class ListConnections {
    public static final int MAX_SEARCH = 200;

    /// @param skip for whoever jumps into the middle: so many are left out before the page
    public record Query(
            ConnectionFilter filter,
            ConnectionSort sort,
            PageRequest page,
            int skip,
            Actor actor) {}

    /// @param total of the filter, on whichever page
    public record Listed(Page<ListedConnection> page, int total) {}

    private final ConnectionReadings connections;
    private final RunReadings runs;
    private final ConnectionTypes types;
    private final AskedFor askedFor;

    ListConnections(
            ConnectionReadings connections,
            RunReadings runs,
            ConnectionTypes types,
            AskedFor askedFor) {
        this.connections = connections;
        this.runs = runs;
        this.types = types;
        this.askedFor = askedFor;
    }

    public Uni<Listed> handle(Query query) {
        return Uni.createFrom().deferred(() -> listed(query));
    }

    private Uni<Listed> listed(Query query) {
        query.actor().require(Permission.CONNECTIONS_READ);
        requireSense(query);
        return askedFor.require(query.filter(), "")
                .chain(() -> SeeConnections.by(query.actor(), connections))
                .chain(seen -> withLastRuns(seen, query));
    }

    private Uni<Listed> withLastRuns(OverviewForPerson seen, Query query) {
        OverviewForPerson.Listed found =
                seen.list(query.filter(), query.sort(), query.page(), query.skip());
        Page<OverviewRow> page = found.page();
        return runs.lastOf(page.items().stream().map(OverviewRow::id).toList())
                .map(
                        last ->
                                new Listed(
                                        page.map(row -> with(row, seen, last, query.actor())),
                                        found.total()));
    }

    private ListedConnection with(
            OverviewRow row,
            OverviewForPerson seen,
            Map<ConnectionId, RunSummary> lastRuns,
            Actor actor) {
        return new ListedConnection(
                row,
                seen.starred(row.id()),
                types.find(row.type()),
                Optional.ofNullable(lastRuns.get(row.id())),
                row.editRights().letChange(actor));
    }

    private static void requireSense(Query query) {
        if (query.filter().search().length() > MAX_SEARCH) {
            throw RequestInvalid.at(
                    "/search",
                    "too-long",
                    "A search has at most %d characters.".formatted(MAX_SEARCH));
        }
        if (query.skip() < 0) {
            throw RequestInvalid.at("/skip", "out-of-range", "skip is a number from 0.");
        }
        if (query.skip() > 0 && query.page().after().isPresent()) {
            throw RequestInvalid.at(
                    "/skip", "not-together", "Send either after or skip, not both.");
        }
    }
}
