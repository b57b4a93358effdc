package io.connections.application.label;

import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.label.port.LabelRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// Labels with how much they are used: what a person types ahead, and the page that tends them.
@Singleton
public final class ListLabels {
    /// @param search part of the name; empty finds all
    public record Query(String search, PageRequest page, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final LabelRepository labels;

    ListLabels(UnitOfWork unitOfWork, LabelRepository labels) {
        this.unitOfWork = unitOfWork;
        this.labels = labels;
    }

    public Uni<Page<UsedLabel>> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.CONNECTIONS_READ);
                    return labels.list(query.search(), query.page());
                });
    }
}
