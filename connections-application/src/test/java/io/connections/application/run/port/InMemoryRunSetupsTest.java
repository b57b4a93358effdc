package io.connections.application.run.port;

import io.connections.application.connection.House;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.consent.port.ObjectiveRepository;
import io.connections.application.consent.port.PrivacySettingsRepository;
import io.connections.application.profile.port.PropertyRepository;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

class InMemoryRunSetupsTest extends RunSetupsContract {
    private final House house = new House();

    @Override
    protected RunSetups setups() {
        return new InMemoryRunSetups(
                house.connections,
                house.properties,
                house.files,
                house.objectives,
                house.privacySettings);
    }

    @Override
    protected ConnectionRepository connections() {
        return house.connections;
    }

    @Override
    protected PropertyRepository properties() {
        return house.properties;
    }

    @Override
    protected ObjectiveRepository objectives() {
        return house.objectives;
    }

    @Override
    protected PrivacySettingsRepository privacySettings() {
        return house.privacySettings;
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return house.unitOfWork.run(work).await().indefinitely();
    }
}
