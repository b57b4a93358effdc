package io.connections.application.label;

import io.connections.application.kernel.NamedObject;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.ReadableKinds;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.label.port.LabelRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.label.LabelId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// What has a label, of every kind that the actor may know of.
@Singleton
public final class ListLabelledObjects {
    public record Query(LabelId id, PageRequest page, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final LabelRepository labels;

    ListLabelledObjects(UnitOfWork unitOfWork, LabelRepository labels) {
        this.unitOfWork = unitOfWork;
        this.labels = labels;
    }

    public Uni<Page<NamedObject>> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.CONNECTIONS_READ);
                    return labels.get(query.id())
                            .chain(
                                    () ->
                                            labels.objects(
                                                    query.id(),
                                                    ReadableKinds.by(query.actor()),
                                                    query.page()));
                });
    }
}
