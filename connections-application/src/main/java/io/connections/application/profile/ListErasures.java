package io.connections.application.profile;

import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.Erasures;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.profile.ProfileId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/// The receipts of erasures, the latest first.
@Singleton
public final class ListErasures {
    private final UnitOfWork unitOfWork;
    private final Erasures erasures;

    ListErasures(UnitOfWork unitOfWork, Erasures erasures) {
        this.unitOfWork = unitOfWork;
        this.erasures = erasures;
    }

    /// @param profile only of this one
    public record Query(Actor actor, Optional<ProfileId> profile, PageRequest page) {}

    public Uni<Page<Erasure>> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.PROFILES_READ);
                    return erasures.list(query.profile(), query.page());
                });
    }
}
