package io.connections.adapters.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.kernel.Secret;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// AES-256-GCM with the keyset of this installation. Connection and field are authenticated with
/// each ciphertext, so one copied into another row does not open. The keyset's newest key encrypts;
/// older keys in it still decrypt, which is how keys are rotated.
@Startup
@Singleton
public final class SecretCipher {
    private final Aead aead;

    SecretCipher(
            @ConfigProperty(name = "connections.secrets.keyset") Optional<Path> file,
            @ConfigProperty(
                            name = "connections.secrets.create-missing-keyset",
                            defaultValue = "false")
                    boolean createMissing) {
        Path path =
                file.orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "connections.secrets.keyset names no file. Secrets need a"
                                                + " keyset of AES-256-GCM keys (Tink, JSON)."));
        try {
            AeadConfig.register();
            if (Files.notExists(path)) {
                if (!createMissing) {
                    throw new IllegalStateException(
                            "There is no keyset at %s. Mount it there, or set"
                                            .formatted(path.toAbsolutePath())
                                    + " connections.secrets.create-missing-keyset=true.");
                }
                create(path);
            }
            aead =
                    TinkJsonProtoKeysetFormat.parseKeyset(
                                    Files.readString(path),
                                    RegistryConfiguration.get(),
                                    InsecureSecretKeyAccess.get())
                            .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keyset at " + path + " cannot be used.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The keyset at " + path + " cannot be read.", e);
        }
    }

    byte[] encrypt(ConnectionId connection, String field, Secret secret) {
        return encrypt(place(connection, field), secret);
    }

    /// @param place that no other secret has: a ciphertext opens nowhere else
    byte[] encrypt(String place, Secret secret) {
        try {
            return aead.encrypt(
                    secret.reveal().getBytes(StandardCharsets.UTF_8),
                    place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Fails where the ciphertext is not of this place or of no key in the keyset.
    public Secret decrypt(ConnectionId connection, String field, byte[] ciphertext) {
        try {
            return opened(place(connection, field), ciphertext);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The secret '%s' of connection %s does not open with this keyset."
                            .formatted(field, connection.value()),
                    e);
        }
    }

    /// As the other, of any place.
    Secret decrypt(String place, byte[] ciphertext) {
        try {
            return opened(place, ciphertext);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The secret of %s does not open with this keyset.".formatted(place), e);
        }
    }

    private Secret opened(String place, byte[] ciphertext) throws GeneralSecurityException {
        return new Secret(
                new String(
                        aead.decrypt(ciphertext, place.getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8));
    }

    private static String place(ConnectionId connection, String field) {
        return connection.value() + "/" + field;
    }

    /// Whole or not at all, and for the owner's eyes only; of two processes one wins.
    private static void create(Path path) throws IOException, GeneralSecurityException {
        String keyset =
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        KeysetHandle.generateNew(
                                PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()),
                        RegistryConfiguration.get(),
                        InsecureSecretKeyAccess.get());
        Path folder = path.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path draft =
                Files.createTempFile(
                        folder,
                        "keyset",
                        ".tmp",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, keyset);
        try {
            Files.createLink(path, draft);
        } catch (FileAlreadyExistsException e) {
            // The other process was first; its keyset is as good.
        } catch (UnsupportedOperationException e) {
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.deleteIfExists(draft);
    }
}
