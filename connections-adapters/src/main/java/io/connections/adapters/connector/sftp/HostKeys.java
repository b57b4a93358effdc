package io.connections.adapters.connector.sftp;

import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.connection.port.ConnectorFailed.Reason;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;

/// Compares the server's key with the pinned one, and remembers what it saw.
final class HostKeys implements HostKeyVerifier {
    private final Optional<String> pinned;
    private final boolean learning;
    private volatile Optional<String> seen = Optional.empty();
    private volatile Optional<ConnectorFailed> refusal = Optional.empty();

    /// @param learning whether an unknown key may pass: only while a person is testing
    HostKeys(Optional<String> pinned, boolean learning) {
        this.pinned = pinned;
        this.learning = learning;
    }

    @Override
    public boolean verify(String hostname, int port, PublicKey key) {
        String fingerprint = fingerprint(key);
        seen = Optional.of(fingerprint);
        if (pinned.isEmpty()) {
            if (learning) {
                return true;
            }
            refusal =
                    Optional.of(
                            new ConnectorFailed(
                                    Reason.HOST_KEY_UNKNOWN,
                                    "The server's key %s has not been confirmed yet."
                                            .formatted(fingerprint),
                                    "Press Test connection, compare the fingerprint with the one "
                                            + "the server's operator gives you, and save."));
            return false;
        }
        if (pinned.get().equals(fingerprint)) {
            return true;
        }
        refusal =
                Optional.of(
                        new ConnectorFailed(
                                Reason.HOST_KEY_CHANGED,
                                "The server has shown the key %s; pinned is %s."
                                        .formatted(fingerprint, pinned.get()),
                                "Ask the server's operator whether the key was renewed. If so, "
                                        + "press Forget the host key in the setup, give the "
                                        + "password or key again and test; if not, somebody may "
                                        + "be in between."));
        return false;
    }

    @Override
    public List<String> findExistingAlgorithms(String hostname, int port) {
        return List.of();
    }

    Optional<String> seen() {
        return seen;
    }

    Optional<ConnectorFailed> refusal() {
        return refusal;
    }

    /// As `ssh-keygen -l` prints it.
    static String fingerprint(PublicKey key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(new Buffer.PlainBuffer().putPublicKey(key).getCompactData());
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
