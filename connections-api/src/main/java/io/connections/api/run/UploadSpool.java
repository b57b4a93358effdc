package io.connections.api.run;

import io.connections.api.problem.ProblemType;
import io.connections.api.problem.RequestRefused;
import io.connections.application.kernel.port.OutsideCalls;
import io.connections.application.run.request.MendedFile;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Takes uploads into temporary files, so that a slow sender holds neither a transaction nor
/// memory.
@Singleton
final class UploadSpool {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int PIECE = 1024 * 1024;

    private final OutsideCalls calls;
    private final long maxBytes;

    /// @param maxBytes longer uploads are refused
    UploadSpool(
            OutsideCalls calls,
            @ConfigProperty(name = "connections.replay.max-bytes") long maxBytes) {
        this.calls = calls;
        this.maxBytes = maxBytes;
    }

    MendedFile of(InputStream sent) {
        return () -> calls.call(() -> spooled(sent), LIMIT);
    }

    /// The file loses its name as soon as it is open: whatever becomes of the upload, and of this
    /// process, nothing of it stays on the disk.
    private MendedFile.Kept spooled(InputStream sent) throws IOException {
        Path file = Files.createTempFile("connections-replay-", ".upload");
        FileChannel content;
        try {
            content = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } finally {
            Files.delete(file);
        }
        try {
            return new Spooled(content, copy(sent, content));
        } catch (IOException | RuntimeException e) {
            content.close();
            throw e;
        }
    }

    /// @return the SHA-256 of what was copied
    private String copy(InputStream sent, FileChannel content) throws IOException {
        MessageDigest digest = sha256();
        byte[] piece = new byte[64 * 1024];
        long total = 0;
        for (int got = sent.read(piece); got >= 0; got = sent.read(piece)) {
            total += got;
            if (total > maxBytes) {
                throw new RequestRefused(
                        ProblemType.REQUEST_TOO_LARGE,
                        "A file of mended records has at most %,d bytes. Split it."
                                .formatted(maxBytes));
            }
            digest.update(piece, 0, got);
            ByteBuffer bytes = ByteBuffer.wrap(piece, 0, got);
            while (bytes.hasRemaining()) {
                content.write(bytes);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private final class Spooled implements MendedFile.Kept {
        private final FileChannel content;
        private final String sha256;

        Spooled(FileChannel content, String sha256) {
            this.content = content;
            this.sha256 = sha256;
        }

        @Override
        public String sha256() {
            return sha256;
        }

        @Override
        public Multi<byte[]> pieces() {
            return Multi.createBy()
                    .repeating()
                    .uni(
                            () -> new long[] {0},
                            at ->
                                    calls.call(() -> piece(at[0]), LIMIT)
                                            .invoke(piece -> at[0] += piece.length))
                    .whilst(piece -> piece.length > 0)
                    .filter(piece -> piece.length > 0);
        }

        private byte[] piece(long from) throws IOException {
            ByteBuffer piece = ByteBuffer.allocate(PIECE);
            int got = 0;
            while (got >= 0 && piece.hasRemaining()) {
                got = content.read(piece, from + piece.position());
            }
            return Arrays.copyOf(piece.array(), piece.position());
        }

        @Override
        public void discard() {
            try {
                content.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
