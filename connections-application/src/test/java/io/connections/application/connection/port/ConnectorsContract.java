package io.connections.application.connection.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.catalog.ConnectionType;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every set of connectors does.
@Tag("M21")
public abstract class ConnectorsContract {
    protected abstract Connectors connectors();

    /// The types that come with them.
    protected abstract List<ConnectionType> types();

    @Test
    void everyTypeFindsTheConnectorThatItsFileNames() {
        assertThat(types())
                .isNotEmpty()
                .extracting(ConnectionType::connector)
                .allSatisfy(
                        kind ->
                                assertThat(connectors().find(kind))
                                        .get()
                                        .extracting(Connector::kind)
                                        .isEqualTo(kind));
    }

    @Test
    void aWordThatNoConnectorHasFindsNone() {
        assertThat(connectors().find("carrier-pigeon")).isEmpty();
        assertThat(connectors().find("")).isEmpty();
        assertThat(connectors().find("SFTP")).isEmpty();
    }
}
