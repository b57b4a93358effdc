package io.connections.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

/// Passwords between the parts, made once for a data folder and readable by its owner only.
final class Secrets {
    private final Path file;
    private final Properties values;

    private Secrets(Path file, Properties values) {
        this.file = file;
        this.values = values;
    }

    static Secrets of(DataFolder data) throws IOException {
        var file = data.resolve("secrets.properties");
        var values = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                values.load(reader);
            }
        } else {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        return new Secrets(file, values);
    }

    synchronized String of(String name) throws IOException {
        var known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        var made = HexFormat.of().formatHex(bytes);
        keep(name, made);
        return made;
    }

    /// One that was made elsewhere.
    synchronized Optional<String> find(String name) {
        return Optional.ofNullable(values.getProperty(name));
    }

    synchronized void keep(String name, String value) throws IOException {
        values.setProperty(name, value);
        try (var writer = Files.newBufferedWriter(file)) {
            values.store(writer, "Made for this data folder; nothing outside of it uses them.");
        }
    }
}
