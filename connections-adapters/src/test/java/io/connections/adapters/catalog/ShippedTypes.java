package io.connections.adapters.catalog;

import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.domain.catalog.ConnectionType.Mode;
import io.connections.domain.catalog.ConnectionTypeId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The types of the product, for tests in other packages.
public final class ShippedTypes {
    private ShippedTypes() {}

    /// As the service loads them.
    public static ConnectionTypes loaded() {
        return new ClasspathConnectionTypes();
    }

    /// The ids of those that connect to another system; what the website tag runs does not.
    public static List<String> ofSystems() {
        ConnectionTypes types = loaded();
        return ids().stream()
                .filter(
                        id ->
                                types.find(new ConnectionTypeId(id)).orElseThrow().mode()
                                        != Mode.IN_PAGE)
                .toList();
    }

    /// Their ids; types of tests are not among them.
    public static List<String> ids() {
        try {
            return Files.readAllLines(Path.of("src/main/resources/connection-types/index"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
