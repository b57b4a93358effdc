package io.connections.application.inpage.port;

import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.profile.port.InMemoryProfiles;
import io.connections.application.profile.port.ProfileHistory;
import io.connections.domain.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

class InMemoryPageProfilesTest extends PageProfilesContract {
    private final InMemoryProfiles profiles = new InMemoryProfiles();
    private final Set<ConnectionId> there = new HashSet<>();
    private final InMemoryPageProfiles pages = new InMemoryPageProfiles(profiles, there::contains);
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork(profiles, pages);

    @Override
    protected PageProfiles profiles() {
        return pages;
    }

    @Override
    protected ProfileHistory history() {
        return profiles;
    }

    @Override
    protected ConnectionId connection() {
        ConnectionId id = new ConnectionId(UUID.randomUUID());
        there.add(id);
        return id;
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return unitOfWork.run(work).await().indefinitely();
    }
}
