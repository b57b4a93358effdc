package io.connections.adapters.connector.sftp;

import com.hierynomus.sshj.transport.cipher.BlockCiphers;
import com.hierynomus.sshj.transport.cipher.ChachaPolyCiphers;
import com.hierynomus.sshj.transport.cipher.GcmCiphers;
import com.hierynomus.sshj.transport.kex.DHGroups;
import com.hierynomus.sshj.transport.kex.ExtInfoClientFactory;
import com.hierynomus.sshj.transport.mac.Macs;
import io.connections.adapters.connector.network.OutgoingAddressGuard;
import io.connections.application.connection.port.Access;
import io.connections.application.connection.port.ConnectorFailed;
import java.io.IOException;
import java.net.InetAddress;
import java.security.Security;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.keepalive.KeepAliveRunner;
import net.schmizz.sshj.DefaultConfig;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.LoggerFactory;
import net.schmizz.sshj.common.SecurityUtils;
import net.schmizz.sshj.transport.kex.Curve25519SHA256;
import net.schmizz.sshj.transport.kex.DHGexSHA256;
import net.schmizz.sshj.transport.kex.ECDHNistP;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;

/// One try at a server, step by step: resolve, connect, sign in.
final class SftpSession implements AutoCloseable {
    // The JDK's AES is many times faster than that of the provider which sshj would put in front;
    // what the JDK does not know by sshj's names (ECDSA host keys) is asked of it last.
    static {
        SecurityUtils.setRegisterBouncyCastle(false);
        Security.addProvider(new BouncyCastleProvider());
    }

    private static final DefaultConfig CONFIG = config();

    private final Access access;
    private final SftpSettings settings;
    private final HostKeys hostKeys;
    private final Door door;
    private final SSHClient client;

    /// @param learning whether an unknown host key may pass, so that it can be shown
    SftpSession(Access access, boolean learning, Duration timeout) throws ConnectorFailed {
        this.access = access;
        this.settings = SftpSettings.of(access);
        this.hostKeys = new HostKeys(settings.hostKey(), learning);
        this.door = new Door(timeout);
        this.client = new SSHClient(CONFIG);
        client.setSocketFactory(door.alone());
        client.addHostKeyVerifier(hostKeys);
        client.setConnectTimeout((int) timeout.toMillis());
        client.setTimeout((int) timeout.toMillis());
        client.getTransport().setTimeoutMs((int) timeout.toMillis());
        client.getConnection().setTimeoutMs((int) timeout.toMillis());
    }

    /// What servers of the last ten years speak, without what is broken.
    private static DefaultConfig config() {
        DefaultConfig config = new DefaultConfig();
        config.setLoggerFactory(new Silent());
        config.setKeyExchangeFactories(
                List.of(
                        new Curve25519SHA256.Factory(),
                        new Curve25519SHA256.FactoryLibSsh(),
                        new ECDHNistP.Factory256(),
                        new ECDHNistP.Factory384(),
                        new ECDHNistP.Factory521(),
                        new DHGexSHA256.Factory(),
                        DHGroups.Group16SHA512(),
                        DHGroups.Group18SHA512(),
                        DHGroups.Group14SHA256(),
                        DHGroups.Group14SHA1(),
                        new ExtInfoClientFactory()));
        config.setCipherFactories(
                List.of(
                        GcmCiphers.AES128GCM(),
                        GcmCiphers.AES256GCM(),
                        BlockCiphers.AES128CTR(),
                        BlockCiphers.AES256CTR(),
                        ChachaPolyCiphers.CHACHA_POLY_OPENSSH()));
        config.setMACFactories(
                List.of(
                        Macs.HMACSHA2256Etm(),
                        Macs.HMACSHA2512Etm(),
                        Macs.HMACSHA2256(),
                        Macs.HMACSHA2512(),
                        Macs.HMACSHA1()));
        config.setKeyAlgorithms(
                config.getKeyAlgorithms().stream()
                        .filter(algorithm -> !algorithm.getName().startsWith("ssh-dss"))
                        .toList());
        config.setKeepAliveProvider(KeepAliveProvider.KEEP_ALIVE);
        return config;
    }

    /// Whatever the library logs as an error also comes as an exception, which is said once, in our
    /// words and at our level.
    private static final class Silent implements LoggerFactory {
        @Override
        public Logger getLogger(String name) {
            return NOPLogger.NOP_LOGGER;
        }

        @Override
        public Logger getLogger(Class<?> type) {
            return NOPLogger.NOP_LOGGER;
        }
    }

    SftpSettings settings() {
        return settings;
    }

    SSHClient client() {
        return client;
    }

    Optional<String> hostKey() {
        return hostKeys.seen();
    }

    /// @throws ConnectorFailed with a host key's reason, or one of the network's
    void connect(InetAddress address) throws ConnectorFailed {
        door.knock();
        try {
            client.connect(address, settings.port());
            if (client.getConnection().getKeepAlive() instanceof KeepAliveRunner keepAlive) {
                keepAlive.setKeepAliveInterval(15);
                keepAlive.setMaxAliveCount(4);
            }
        } catch (IOException e) {
            throw hostKeys.refusal()
                    .orElseGet(() -> SshFailures.connecting(settings, door.givenUp().orElse(e)));
        }
    }

    void signIn() throws ConnectorFailed {
        door.knock();
        try {
            SignIn.of(access).into(client);
            door.enter();
        } catch (IOException e) {
            throw SshFailures.using(client, "signing in", false, door.givenUp().orElse(e));
        }
    }

    SftpFileStore store(Duration timeout, int maxNames) throws ConnectorFailed {
        return SftpFileStore.open(client, settings.startFolder(), timeout, maxNames);
    }

    static SftpSession open(Access access, OutgoingAddressGuard guard, Duration timeout)
            throws ConnectorFailed {
        SftpSession session = new SftpSession(access, false, timeout);
        try {
            session.connect(guard.resolve(session.settings.host()));
            session.signIn();
            return session;
        } catch (ConnectorFailed e) {
            session.close();
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            client.disconnect();
        } catch (IOException _) {
            // Hanging up: there is nothing left to save.
        }
    }
}
