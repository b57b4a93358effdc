package io.connections.adapters.persistence.profile;

import io.agroal.api.AgroalDataSource;
import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.adapters.testing.Tables;
import io.connections.adapters.testing.Things;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.consent.port.ObjectiveRepository;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.CleanUpQueue;
import io.connections.application.profile.port.CleanUpQueueContract;
import io.connections.application.profile.port.Erasures;
import io.connections.application.profile.port.ProfileConsents;
import io.connections.application.profile.port.ProfileHistory;
import io.connections.application.profile.port.ProfileRepository;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresCleanUpQueueTest extends CleanUpQueueContract {
    @Inject UnitOfWork unitOfWork;
    @Inject CleanUpQueue queue;
    @Inject ObjectiveRepository objectives;
    @Inject ConnectionRepository connections;
    @Inject ProfileRepository profiles;
    @Inject ProfileConsents consents;
    @Inject ProfileHistory history;
    @Inject Erasures erasures;
    @Inject AgroalDataSource dataSource;

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
        return consents;
    }

    @Override
    protected ProfileHistory history() {
        return history;
    }

    @Override
    protected Erasures erasures() {
        return erasures;
    }

    @Override
    protected Profile profile(Map<Integer, List<String>> values) {
        ProfileId id =
                new ProfileId(
                        UUID.fromString(Things.made(dataSource, ObjectKind.PROFILE, "").id()));
        Tables.change(
                dataSource,
                "update profile set properties = ?::jsonb where id = ?",
                ProfileDocument.document(values).encode(),
                id.value());
        return await(() -> profiles.find(id)).orElseThrow();
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.on(() -> unitOfWork.run(work));
    }
}
