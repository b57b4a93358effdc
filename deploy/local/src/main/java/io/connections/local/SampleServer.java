package io.connections.local;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/// The outside system of the tour: an SFTP server with files of customers. It takes the
/// password `sample`, or the key that lies in the data folder. Its host key stays, so that a
/// pinned one holds.
final class SampleServer {
    static final String USER = "sample";
    static final String PASSWORD = "sample";
    static final String FOLDER = "/customers";
    private static final List<Integer> SIZES = List.of(100, 100_000, 1_000_000);

    private SampleServer() {}

    static void start(DataFolder data, int port) throws IOException, GeneralSecurityException {
        var home = Files.createDirectories(data.resolve("sftp/files"));
        var key = userKey(data.resolve("sftp"));
        var server = SshServer.setUpDefaultServer();
        server.setHost("localhost");
        server.setPort(port);
        var hostKey = new SimpleGeneratorHostKeyProvider(data.resolve("sftp/host_key"));
        hostKey.setAlgorithm("EC");
        hostKey.setKeySize(256);
        server.setKeyPairProvider(hostKey);
        server.setFileSystemFactory(new VirtualFileSystemFactory(home));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setPasswordAuthenticator(
                (user, password, _) -> user.equals(USER) && password.equals(PASSWORD));
        server.setPublickeyAuthenticator(
                (user, offered, _) ->
                        user.equals(USER) && KeyUtils.compareKeys(offered, key.getPublic()));
        server.start();
    }

    /// Writes the files that are not there yet.
    static void writeFiles(DataFolder data) throws IOException {
        var folder = Files.createDirectories(data.resolve("sftp/files" + FOLDER));
        for (var size : SIZES) {
            write(folder.resolve("customers-%d.csv".formatted(size)), size, false);
        }
        write(folder.resolve("customers-100000.csv.gz"), 100_000, true);
    }

    private static void write(Path file, int records, boolean compressed) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        var unfinished = file.resolveSibling("." + file.getFileName() + ".unfinished");
        try (var out = writer(unfinished, compressed)) {
            SampleCustomers.write(records, out);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Writer writer(Path file, boolean compressed) throws IOException {
        OutputStream bytes = Files.newOutputStream(file);
        return new BufferedWriter(
                new OutputStreamWriter(
                        compressed ? new GZIPOutputStream(bytes, 1 << 16) : bytes,
                        StandardCharsets.UTF_8),
                1 << 16);
    }

    private static KeyPair userKey(Path folder) throws IOException, GeneralSecurityException {
        var file = folder.resolve("sample_key");
        if (!Files.exists(file)) {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(3072);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            try (var out = Files.newOutputStream(file)) {
                OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(
                        generator.generateKeyPair(), "sample customers", null, out);
            }
        }
        return new FileKeyPairProvider(file).loadKeys(null).iterator().next();
    }
}
