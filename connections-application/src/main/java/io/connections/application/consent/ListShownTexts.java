package io.connections.application.consent;

import io.connections.application.consent.port.ObjectiveRepository;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.consent.ObjectiveId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// Every text that visitors were ever shown of an objective, the newest first; also of one that is
/// deleted, because people's consent refers to it still.
@Singleton
public final class ListShownTexts {
    public record Query(String id, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final ObjectiveRepository objectives;

    ListShownTexts(UnitOfWork unitOfWork, ObjectiveRepository objectives) {
        this.unitOfWork = unitOfWork;
        this.objectives = objectives;
    }

    /// Fails with [ObjectiveNotFound] where there never was one.
    public Uni<List<ShownText>> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.CONNECTIONS_READ);
                    return ObjectiveId.of(query.id())
                            .map(objectives::texts)
                            .orElseGet(() -> Uni.createFrom().item(List.of()))
                            .invoke(texts -> requireAny(texts, query.id()));
                });
    }

    /// Even one without a text has that one.
    private static void requireAny(List<ShownText> texts, String id) {
        if (texts.isEmpty()) {
            throw new ObjectiveNotFound(id);
        }
    }
}
