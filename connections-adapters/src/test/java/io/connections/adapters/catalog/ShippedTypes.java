package io.connections.adapters.catalog;

import io.connections.application.catalog.port.ConnectionTypes;
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

    /// Their ids; types of tests are not among them.
    public static List<String> ids() {
        try {
            return Files.readAllLines(Path.of("src/main/resources/connection-types/index"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
