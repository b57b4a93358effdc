package io.connections.application.profile.port;

import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.connection.port.InMemoryConnectionRepository;
import io.connections.application.consent.port.InMemoryObjectiveRepository;
import io.connections.application.consent.port.ObjectiveRepository;
import io.connections.application.profile.Origin;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.kernel.Version;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

class InMemoryCleanUpQueueTest extends CleanUpQueueContract {
    private final InMemoryProfiles profiles = new InMemoryProfiles();
    private final InMemoryObjectiveRepository objectives = new InMemoryObjectiveRepository();
    private final InMemoryConnectionRepository connections = new InMemoryConnectionRepository();
    private final CleanUpQueue queue = new InMemoryCleanUpQueue(profiles, objectives, connections);

    @Override
    protected CleanUpQueue queue() {
        return queue;
    }

    @Override
    protected ObjectiveRepository objectives() {
        return objectives;
    }

    @Override
    protected ConnectionRepository connections() {
        return connections;
    }

    @Override
    protected ProfileRepository profiles() {
        return profiles;
    }

    @Override
    protected ProfileConsents consents() {
        return profiles;
    }

    @Override
    protected ProfileHistory history() {
        return profiles;
    }

    @Override
    protected Erasures erasures() {
        return profiles;
    }

    @Override
    protected Profile profile(Map<Integer, List<String>> values) {
        Profile profile =
                new Profile(
                        new ProfileId(UUID.randomUUID()),
                        Version.FIRST,
                        Instant.EPOCH,
                        PrivacyState.UNKNOWN,
                        values);
        profiles.add(profile, List.of(), new Origin.Unknown());
        return profile;
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return work.get().await().indefinitely();
    }
}
