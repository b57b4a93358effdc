package io.connections.adapters.run;

import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.consent.port.ObjectiveRepository;
import io.connections.application.consent.port.PrivacySettingsRepository;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.PropertyRepository;
import io.connections.application.run.port.RunSetups;
import io.connections.application.run.port.RunSetupsContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.function.Supplier;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresRunSetupsTest extends RunSetupsContract {
    @Inject UnitOfWork unitOfWork;
    @Inject RunSetups setups;
    @Inject ConnectionRepository connections;
    @Inject PropertyRepository properties;
    @Inject ObjectiveRepository objectives;
    @Inject PrivacySettingsRepository privacySettings;

    @Override
    protected RunSetups setups() {
        return setups;
    }

    @Override
    protected ConnectionRepository connections() {
        return connections;
    }

    @Override
    protected PropertyRepository properties() {
        return properties;
    }

    @Override
    protected ObjectiveRepository objectives() {
        return objectives;
    }

    @Override
    protected PrivacySettingsRepository privacySettings() {
        return privacySettings;
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.on(() -> unitOfWork.run(work));
    }
}
