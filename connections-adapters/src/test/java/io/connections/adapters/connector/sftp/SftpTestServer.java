package io.connections.adapters.connector.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/// A real SFTP server on a free port of this machine, serving a folder. It can be cut off in the
/// middle of a file, once or until it is mended.
public final class SftpTestServer implements AutoCloseable {
    private static final long NEVER = Long.MAX_VALUE;
    /// Of every server that has not been given another: making one takes as long as many a test.
    private static final KeyPair FIRST_HOST_KEY = newKey("RSA", 2048);

    private final Path folder;
    private SshServer server = SshServer.setUpDefaultServer();
    private int port;
    private final Map<String, String> passwords = new HashMap<>();
    private final Map<String, PublicKey> keys = new HashMap<>();
    private final AtomicLong bytesLeft = new AtomicLong(NEVER);
    private final AtomicLong readings = new AtomicLong();
    private final Map<String, byte[]> otherNames = new ConcurrentHashMap<>();
    private final Set<String> stumblingBlocks = ConcurrentHashMap.newKeySet();
    private volatile Duration thinks = Duration.ZERO;
    private KeyPair hostKey = FIRST_HOST_KEY;

    private SftpTestServer(Path folder) {
        this.folder = folder;
    }

    /// Serves the folder to the user `shop` with the password `spring-rain`.
    public static SftpTestServer serving(Path folder) {
        return new SftpTestServer(folder).withPassword("shop", "spring-rain").start(0);
    }

    public SftpTestServer withPassword(String user, String password) {
        passwords.put(user, password);
        return this;
    }

    public SftpTestServer withKey(String user, PublicKey key) {
        keys.put(user, key);
        return this;
    }

    /// What one has to show, in the words of OpenSSH's `AuthenticationMethods`.
    public SftpTestServer askingFor(String methods) {
        CoreModuleProperties.AUTH_METHODS.set(server, methods);
        return this;
    }

    private SftpTestServer start(int port) {
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(KeyPairProvider.wrap(List.of(hostKey)));
        server.setPasswordAuthenticator(
                (user, password, _) -> {
                    think();
                    return password.equals(passwords.get(user));
                });
        server.setPublickeyAuthenticator(
                (user, key, _) -> {
                    think();
                    return keys.containsKey(user) && KeyUtils.compareKeys(key, keys.get(user));
                });
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
        SftpSubsystemFactory sftp = new SftpSubsystemFactory.Builder().build();
        sftp.addSftpEventListener(new CutOff());
        sftp.setFileSystemAccessor(new OtherNames());
        server.setSubsystemFactories(List.of(sftp));
        try {
            server.start();
            this.port = server.getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /// So long about each password and key from now on.
    public void thinking(Duration time) {
        thinks = time;
    }

    private void think() {
        try {
            new CountDownLatch(1).await(thinks.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private final class CutOff implements SftpEventListener {
        @Override
        public void read(
                ServerSession session,
                String remoteHandle,
                FileHandle localHandle,
                long offset,
                byte[] data,
                int dataOffset,
                int dataLen,
                int readLen,
                Throwable thrown)
                throws IOException {
            readings.incrementAndGet();
            if (bytesLeft.get() != NEVER && bytesLeft.addAndGet(-Math.max(readLen, 0)) < 0) {
                session.getIoSession().close(true);
                throw new IOException("cut off");
            }
        }
    }

    /// How often it was asked for a piece of a file.
    public long readings() {
        return readings.get();
    }

    /// The file is listed under a name of any bytes, and cannot be had by any text: as on a server
    /// that keeps a name in another encoding.
    public void callsIts(String file, byte[] name) {
        otherNames.put(file, name.clone());
    }

    /// Listing a folder that holds the file fails as if the folder were not there: as on a server
    /// that cannot say the file's name itself.
    public void stumblesOver(String file) {
        stumblingBlocks.add(file);
    }

    private final class OtherNames implements SftpFileSystemAccessor {
        @Override
        public void putRemoteFileName(
                SftpSubsystemProxy subsystem,
                Path path,
                Buffer buffer,
                String name,
                boolean shortName)
                throws IOException {
            if (stumblingBlocks.contains(name)) {
                throw new NoSuchFileException(name);
            }
            byte[] other = otherNames.get(name);
            if (other == null) {
                buffer.putString(name);
            } else {
                buffer.putBytes(other);
            }
        }
    }

    /// Every connection breaks once this many more bytes of files have been sent.
    public void cutOffAfter(long bytes) {
        bytesLeft.set(bytes);
    }

    /// From now on connections hold.
    public void mend() {
        bytesLeft.set(NEVER);
    }

    /// The same server with another host key, on the same port.
    public void renewHostKey() {
        showing(newKey("RSA", 2048));
    }

    /// The same server with this host key, on the same port.
    public SftpTestServer showing(KeyPair key) {
        stop();
        hostKey = key;
        startAgain();
        return this;
    }

    /// After [#stop], on the same port with the same host key.
    public void startAgain() {
        server = SshServer.setUpDefaultServer();
        start(port);
    }

    /// Nothing listens any more; the port stays known.
    public void stop() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return port;
    }

    public Path folder() {
        return folder;
    }

    /// As `ssh-keygen -l` prints it.
    public String hostKeyFingerprint() {
        return KeyUtils.getFingerPrint(hostKey.getPublic());
    }

    public static KeyPair newKey(String algorithm, int size) {
        try {
            // The server's library knows Ed25519 keys of its own provider only.
            KeyPairGenerator generator =
                    algorithm.equals("Ed25519")
                            ? SecurityUtils.getKeyPairGenerator(algorithm)
                            : KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
