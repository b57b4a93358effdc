package io.connections.application.visitor.port;

import static io.connections.domain.profile.ProfileFixtures.aProfile;

import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.profile.Origin;
import io.connections.application.profile.port.InMemoryProfiles;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

class InMemoryVisitorsTest extends VisitorRepositoryContract {
    private final InMemoryProfiles profiles = new InMemoryProfiles();
    private final InMemoryVisitors visitors = new InMemoryVisitors(profiles);
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork(visitors);

    @Override
    protected VisitorRepository visitors() {
        return visitors;
    }

    @Override
    protected ProfileId profileWith(Identifier identifier) {
        Profile profile = aProfile().id(UUID.randomUUID()).build();
        profiles.add(profile, List.of(identifier), new Origin.Unknown());
        return profile.id();
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return unitOfWork.run(work).await().indefinitely();
    }
}
