package io.connections.adapters.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.kernel.Secret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("M11")
class SecretCipherTest {
    private static final ConnectionId SHOP = new ConnectionId(UUID.randomUUID());
    private static final ConnectionId TILL = new ConnectionId(UUID.randomUUID());
    private static final Secret RAIN = new Secret("spring-rain");
    @TempDir private Path folder;

    @Test
    void theSameSecretIsNeverTheSameCiphertext() {
        SecretCipher cipher = cipher("keyset.json");

        byte[] one = cipher.encrypt(SHOP, "password", RAIN);
        byte[] other = cipher.encrypt(SHOP, "password", RAIN);

        assertThat(one).isNotEqualTo(other);
        assertThat(new String(one, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("spring-rain");
        assertThat(cipher.decrypt(SHOP, "password", other).reveal()).isEqualTo("spring-rain");
    }

    @Test
    void aCiphertextOpensOnlyInItsConnectionAndField() {
        SecretCipher cipher = cipher("keyset.json");
        byte[] sealed = cipher.encrypt(SHOP, "password", RAIN);

        assertThatThrownBy(() -> cipher.decrypt(TILL, "password", sealed))
                .hasMessageContaining("does not open with this keyset");
        assertThatThrownBy(() -> cipher.decrypt(SHOP, "passphrase", sealed))
                .hasMessageContaining("'passphrase'");
    }

    @Test
    void aCiphertextThatWasChangedDoesNotOpen() {
        SecretCipher cipher = cipher("keyset.json");
        byte[] sealed = cipher.encrypt(SHOP, "password", RAIN);
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> cipher.decrypt(SHOP, "password", sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void afterANewKeyOldSecretsOpenAndNewOnesAreSealedWithIt() throws Exception {
        SecretCipher before = cipher("keyset.json");
        byte[] old = before.encrypt(SHOP, "password", RAIN);
        rotate("keyset.json");
        SecretCipher after = cipher("keyset.json");

        byte[] fresh = after.encrypt(SHOP, "password", RAIN);

        assertThat(after.decrypt(SHOP, "password", old).reveal()).isEqualTo("spring-rain");
        assertThat(keyOf(fresh)).isNotEqualTo(keyOf(old));
        assertThatThrownBy(() -> before.decrypt(SHOP, "password", fresh))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aKeysetThatIsMadeIsForItsOwnersEyesOnly() throws IOException {
        cipher("made/keyset.json");

        Path made = folder.resolve("made/keyset.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rw-------");
        try (var files = Files.list(made.getParent())) {
            assertThat(files).containsExactly(made);
        }
    }

    @Test
    void withoutAKeysetNothingStartsUnlessOneMayBeMade() {
        Path missing = folder.resolve("missing.json");

        assertThatThrownBy(() -> new SecretCipher(Optional.of(missing), false))
                .hasMessageContaining(missing.toString())
                .hasMessageContaining("create-missing-keyset");
        assertThat(missing).doesNotExist();
    }

    private SecretCipher cipher(String keyset) {
        return new SecretCipher(Optional.of(folder.resolve(keyset)), true);
    }

    /// As an operator does: a new key, the first in use, beside those that are there.
    private void rotate(String keyset) throws IOException, GeneralSecurityException {
        Path file = folder.resolve(keyset);
        KeysetHandle known =
                TinkJsonProtoKeysetFormat.parseKeyset(
                        Files.readString(file),
                        RegistryConfiguration.get(),
                        InsecureSecretKeyAccess.get());
        KeysetHandle rotated =
                KeysetHandle.newBuilder(known)
                        .addEntry(
                                KeysetHandle.generateEntryFromParameters(
                                                PredefinedAeadParameters.AES256_GCM)
                                        .withRandomId()
                                        .makePrimary())
                        .build();
        Files.writeString(
                file,
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        rotated, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
    }

    /// A ciphertext begins with a byte of the format and the id of its key.
    private static int keyOf(byte[] ciphertext) {
        return ByteBuffer.wrap(ciphertext, 1, Integer.BYTES).getInt();
    }
}
