package io.connections.adapters.connector.sftp;

import io.connections.application.connection.port.Access;
import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.connection.port.ConnectorFailed.Reason;
import io.connections.domain.kernel.Secret;
import java.io.IOException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.keyprovider.KeyProvider;
import net.schmizz.sshj.userauth.method.AuthKeyboardInteractive;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.method.AuthPassword;
import net.schmizz.sshj.userauth.method.AuthPublickey;
import net.schmizz.sshj.userauth.method.PasswordResponseProvider;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.Resource;

/// Signing in as the setup form says: by password, private key or both.
final class SignIn {
    private static final String PASSWORD = "PASSWORD";
    private static final String PRIVATE_KEY = "PRIVATE_KEY";
    private static final String KEY_HELP =
            "Paste the whole key file, from BEGIN to END: OpenSSH or PEM (PKCS#8, RSA or EC), with "
                    + "an Ed25519, ECDSA or RSA key. Export a PuTTY key as OpenSSH first.";

    private final String user;
    private final Optional<Secret> password;
    private final Optional<Secret> key;
    private final Optional<Secret> passphrase;

    private SignIn(
            String user,
            Optional<Secret> password,
            Optional<Secret> key,
            Optional<Secret> passphrase) {
        this.user = user;
        this.password = password;
        this.key = key;
        this.passphrase = passphrase;
    }

    static SignIn of(Access access) throws ConnectorFailed {
        String kind = access.setup().find("signIn").orElse(PASSWORD);
        return new SignIn(
                SftpSettings.text(access, "user", "the user"),
                kind.equals(PRIVATE_KEY)
                        ? Optional.empty()
                        : Optional.of(secret(access, "password", "the password")),
                kind.equals(PASSWORD)
                        ? Optional.empty()
                        : Optional.of(secret(access, "privateKey", "the private key")),
                access.secret("passphrase").filter(text -> !text.reveal().isEmpty()));
    }

    private static Secret secret(Access access, String field, String name) throws ConnectorFailed {
        return access.secret(field)
                .filter(secret -> !secret.reveal().isEmpty())
                .orElseThrow(() -> SftpSettings.missing(name));
    }

    void into(SSHClient client) throws ConnectorFailed, IOException {
        List<AuthMethod> methods = new ArrayList<>();
        if (key.isPresent()) {
            methods.add(new AuthPublickey(keyOf(client, key.get())));
        }
        password.map(Given::new)
                .ifPresent(
                        given -> {
                            methods.add(new AuthPassword(given));
                            methods.add(
                                    new AuthKeyboardInteractive(
                                            new PasswordResponseProvider(given)));
                        });
        try {
            client.auth(user, methods);
        } catch (UserAuthException e) {
            if (!client.getTransport().isRunning()) {
                throw e;
            }
            throw new ConnectorFailed(
                    Reason.SIGN_IN_REFUSED,
                    "The server does not let “%s” in with this %s.".formatted(user, means()),
                    "Check user and %s; the server's operator can see in its log what was wrong."
                            .formatted(means()),
                    e);
        }
    }

    private String means() {
        if (password.isEmpty()) {
            return "private key";
        }
        return key.isEmpty() ? "password" : "private key and password";
    }

    /// What people paste: OpenSSH's own format, PKCS#8 or the older PEM ones.
    private KeyProvider keyOf(SSHClient client, Secret pasted) throws ConnectorFailed {
        String text = pasted.reveal().strip() + "\n";
        if (text.startsWith("ssh-") || text.startsWith("ecdsa-") || text.contains("PUBLIC KEY")) {
            throw new ConnectorFailed(
                    Reason.KEY_UNREADABLE,
                    "This is a public key; signing in takes the private one.",
                    KEY_HELP);
        }
        try {
            if (Pkcs8.isIn(text)) {
                KeyPair pair = Pkcs8.read(text, passphrase);
                return new LoadedKey(
                        pair.getPrivate(), pair.getPublic(), KeyType.fromKey(pair.getPublic()));
            }
            KeyProvider provider =
                    passphrase.isPresent()
                            ? client.loadKeys(text, null, new Given(passphrase.get()))
                            : client.loadKeys(text, null, null);
            return new LoadedKey(provider.getPrivate(), provider.getPublic(), provider.getType());
        } catch (IOException | SSHRuntimeException | IllegalArgumentException e) {
            throw new ConnectorFailed(
                    Reason.KEY_UNREADABLE,
                    passphrase.isPresent()
                            ? "The private key could not be read, or the passphrase is not its own."
                            : "The private key could not be read. If it is encrypted, it needs its "
                                    + "passphrase.",
                    KEY_HELP,
                    e);
        }
    }

    private record LoadedKey(PrivateKey getPrivate, PublicKey getPublic, KeyType getType)
            implements KeyProvider {}

    /// Gives the same answer however often it is asked, but never twice for a wrong one.
    private record Given(Secret secret) implements PasswordFinder {
        @Override
        public char[] reqPassword(Resource<?> resource) {
            return secret.reveal().toCharArray();
        }

        @Override
        public boolean shouldRetry(Resource<?> resource) {
            return false;
        }
    }
}
