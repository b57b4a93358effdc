package io.connections.application.overview;

import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.overview.ListConnections.Listed;
import io.connections.application.overview.ListConnections.Query;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// All connections that the filter finds, in the order of the list, read page by page as fast as
/// they are taken.
@Singleton
public final class ExportConnections {
    public record Request(ConnectionFilter filter, ConnectionSort sort, Actor actor) {}

    private final ListConnections list;

    ExportConnections(ListConnections list) {
        this.list = list;
    }

    public Uni<Multi<ListedConnection>> handle(Request request) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            request.actor().require(Permission.CONNECTIONS_READ);
                            return page(request, Optional.empty())
                                    .map(first -> connections(request, first));
                        });
    }

    /// The first page is read before anything is answered, so that a refusal is still a problem.
    private Multi<ListedConnection> connections(Request request, Page<ListedConnection> first) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new Place(first),
                        place -> place.next(after -> page(request, Optional.of(after))))
                .whilst(page -> page.next().isPresent())
                .onItem()
                .transformToIterable(Page::items);
    }

    private Uni<Page<ListedConnection>> page(Request request, Optional<Cursor> after) {
        return list.handle(
                        new Query(
                                request.filter(),
                                request.sort(),
                                new PageRequest(after, PageRequest.MAX_LIMIT),
                                0,
                                request.actor()))
                .map(Listed::page);
    }

    private static final class Place {
        private Page<ListedConnection> read;
        private boolean given;

        Place(Page<ListedConnection> first) {
            read = first;
        }

        Uni<Page<ListedConnection>> next(Function<Cursor, Uni<Page<ListedConnection>>> more) {
            if (!given) {
                given = true;
                return Uni.createFrom().item(read);
            }
            return read.next()
                    .map(more)
                    .orElseGet(() -> Uni.createFrom().item(new Page<>(List.of(), Optional.empty())))
                    .invoke(page -> read = page);
        }
    }
}
