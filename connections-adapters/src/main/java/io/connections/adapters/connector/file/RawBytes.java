package io.connections.adapters.connector.file;

import io.connections.application.run.port.RecordSource.Proof;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// A file's bytes as they come, counted and digested. Where an earlier reading of the file had got
/// to, the digests are compared.
final class RawBytes extends InputStream {
    private final InputStream source;
    private final String path;
    private final long size;
    private final MessageDigest digest = sha256();
    private final byte[] one = new byte[1];
    private Optional<Proof> expected;
    private long count;

    /// @param size what the file's system said before it was opened
    RawBytes(InputStream source, String path, long size, Optional<Proof> expected) {
        this.source = source;
        this.path = path;
        this.size = size;
        this.expected = expected.filter(proof -> proof.bytes() > 0);
    }

    @Override
    public int read() throws IOException {
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int got = source.read(into, offset, length);
        if (got < 0) {
            if (count < size) {
                throw cutShort();
            }
            return -1;
        }
        add(into, offset, got);
        return got;
    }

    private void add(byte[] bytes, int offset, int length) throws IOException {
        if (count + length > size) {
            throw changed("has grown past the %,d bytes it had".formatted(size));
        }
        int left = length;
        if (expected.isPresent() && count + left >= expected.get().bytes()) {
            int upToMark = (int) (expected.get().bytes() - count);
            digest.update(bytes, offset, upToMark);
            count += upToMark;
            left -= upToMark;
            if (!sha().equals(expected.get().sha256())) {
                throw changed(
                        "is not the file that was read before: the checksum of its first %,d bytes differs"
                                .formatted(count));
            }
            expected = Optional.empty();
        }
        digest.update(bytes, offset + length - left, left);
        count += left;
    }

    /// Reads what is left, so that the proof covers the whole file.
    void drain() throws IOException {
        byte[] rest = new byte[64 * 1024];
        while (read(rest, 0, rest.length) >= 0) {}
    }

    String path() {
        return path;
    }

    long count() {
        return count;
    }

    Proof proof() {
        return new Proof(count, sha());
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private IOException cutShort() {
        return changed("was cut short: size from %,d to %,d bytes".formatted(size, count));
    }

    private IOException changed(String how) {
        return new BrokenStream(FileChanged.how(path, how));
    }

    private String sha() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
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
