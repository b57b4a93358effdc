package io.connections.application.catalog;

import io.connections.application.connection.House;
import java.time.Instant;

/// The use case, for those that build on it.
public final class Installing {
    private Installing() {}

    public static InstallConnectionType in(House house, Instant at) {
        return new InstallConnectionType(
                house.unitOfWork, house.types, house.installed, house.trail, () -> at);
    }
}
