package io.connections.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("M11")
@Tag("M32")
class SecretsTest {
    @TempDir private Path temp;

    @Test
    void eachPartHasASecretOfItsOwnThatStaysWithTheDataFolder() throws IOException {
        try (var data = folder(temp.resolve("data"))) {
            var page = Secrets.of(data).of("page");

            assertThat(page).hasSize(48).isNotEqualTo(Secrets.of(data).of("session"));
            assertThat(Secrets.of(data).of("page")).isEqualTo(page);
        }
    }

    @Test
    void onlyTheOwnerReadsThem() throws IOException {
        try (var data = folder(temp.resolve("data"))) {
            Secrets.of(data).of("page");

            var rights = Files.getPosixFilePermissions(data.resolve("secrets.properties"));
            assertThat(PosixFilePermissions.toString(rights)).isEqualTo("rw-------");
        }
    }

    private static DataFolder folder(Path path) throws IOException {
        Files.createDirectories(path);
        return DataFolder.open(path, false);
    }
}
