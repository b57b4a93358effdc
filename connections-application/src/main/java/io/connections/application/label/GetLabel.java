package io.connections.application.label;

import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.label.port.LabelRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.label.LabelId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// One label, with how much it is used.
@Singleton
public final class GetLabel {
    public record Query(LabelId id, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final LabelRepository labels;

    GetLabel(UnitOfWork unitOfWork, LabelRepository labels) {
        this.unitOfWork = unitOfWork;
        this.labels = labels;
    }

    public Uni<UsedLabel> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.CONNECTIONS_READ);
                    return labels.get(query.id());
                });
    }
}
