package io.connections.application.profile.port;

import io.connections.application.profile.Origin;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.Profile;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Supplier;

class InMemoryProfilesTest extends ProfilesContract {
    private final InMemoryPropertyRepository properties = new InMemoryPropertyRepository();
    private final InMemoryProfiles profiles = new InMemoryProfiles();

    @Override
    protected PropertyRepository properties() {
        return properties;
    }

    @Override
    protected ProfileRepository profiles() {
        return profiles;
    }

    @Override
    protected ProfileSearch search() {
        return profiles;
    }

    @Override
    protected ProfileConsents consents() {
        return profiles;
    }

    @Override
    protected Erasures erasures() {
        return profiles;
    }

    @Override
    protected ProfileHistory history() {
        return profiles;
    }

    @Override
    protected void imported(Profile profile, List<Identifier> identifiers, Origin.ByRun run) {
        profiles.add(profile, identifiers, run);
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return work.get().await().indefinitely();
    }

    @Override
    protected <T> T ask(Supplier<Uni<T>> question) {
        return await(question);
    }
}
