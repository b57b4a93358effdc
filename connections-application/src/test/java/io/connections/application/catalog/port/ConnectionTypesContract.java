package io.connections.application.catalog.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.ConnectionTypeId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every catalogue of connection types does.
@Tag("M2")
public abstract class ConnectionTypesContract {
    private static final ConnectionTypeId NOT_INSTALLED = new ConnectionTypeId("carrier-pigeon");

    protected abstract ConnectionTypes types();

    @Test
    void typesAreListedByName() {
        assertThat(types().list()).isNotEmpty().extracting(ConnectionType::name).isSorted();
    }

    @Test
    void everyListedTypeIsFoundByItsId() {
        assertThat(types().list())
                .allSatisfy(type -> assertThat(types().find(type.id())).contains(type));
    }

    @Test
    @Tag("M4")
    void everyTypeHasItsSetupGuideThatBeginsWithAHeading() {
        assertThat(types().list())
                .allSatisfy(
                        type -> assertThat(types().guide(type.id()).orElse("")).startsWith("# "));
    }

    @Test
    void aTypeThatIsNotInstalledIsNotFound() {
        assertThat(types().find(NOT_INSTALLED)).isEmpty();
        assertThat(types().guide(NOT_INSTALLED)).isEmpty();
    }
}
